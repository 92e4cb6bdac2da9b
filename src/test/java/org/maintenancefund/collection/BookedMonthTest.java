package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.bank.ABankFile;
import org.maintenancefund.billing.run.BilledArea;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.collection.OwnerOverHttp.Seen;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.HttpVisitor;
import org.maintenancefund.test.Jobs;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The worked month goes on, from what the company received to the households' own accounts, with the wrong transfer first: over HTTP, by
 * people of the office, of the municipal centre and of the district who sign in, by owners who don't, and by nothing but the forms of
 * their pages, to the fen. The account began with nothing, and after each step everything holds that must.
 */
class BookedMonthTest extends OfficeOverHttp {

    private static final String COMPANY = "入账月苑物业有限公司";
    private static final String PAYER = "32050161513600009878";
    private static final String NOT_YET = "还没有";
    private static final List<String> HOUSEHOLDS = List.of("101", "102", "201", "202", "商-01", "301", "302");

    @Autowired
    AFundAccount accounts;

    @Autowired
    InvariantService invariants;

    @Autowired
    Jobs jobs;

    private final Map<String, OwnerOverHttp> owners = new HashMap<>();
    private YearMonth month;
    private LocalDate today;
    private FundAccountOverHttp fund;
    private ABankFile file;
    private String slip;
    private HttpVisitor colleague;
    private HttpVisitor district;

    @Test
    void theMonthIsBookedToTheFenThoughItsFirstTransferIsWrong() {
        received();
        handedOver(declared());
        wrongTransfer();
        sentBack();
        rightTransfer();
        booked();
        nextMonth();
    }

    private void received() {
        today = world.today();
        month = YearMonth.from(today).minusMonths(1);
        collected("入账月苑", "booked", BilledArea.worked(month.atDay(10)));
        String number = AFundAccount.nextNumber();
        FundAccountId account = accounts.confirmed(number, "0.00");
        accounts.keeps(account, area.id());
        file = ABankFile.of(number, "0.00");
        fund = new FundAccountOverHttp(
                person(MunicipalCentre.REF, Role.MUNICIPAL_STAFF, "林致远", "booked-clerk"), account, number);
        colleague = person(MunicipalCentre.REF, Role.MUNICIPAL_STAFF, "何复核", "booked-colleague");
        OrgRef centre =
                new OrgRef(OrgType.DISTRICT_CENTRE, world.district().id().value());
        district = person(centre, Role.DISTRICT_STAFF, "陈晓梅", "booked-district");

        billed(month);
        paid("101", "22.40", "22.40");
        paid("102", "11.98", "11.98");
        paid("201", "32.67", "50.00");
        paid("202", "24.09", "20.00");
        paid("301", "22.40", "22.40");
        HOUSEHOLDS.forEach(this::letIn);

        assertThat(held()).containsExactly("126.78 0.00 0.00 126.78");
        assertThat(look("201").stages()).containsExactly(month.toString(), today.toString(), NOT_YET, NOT_YET);
        holds("received");
    }

    /** 缴存申报 by one person of the office and confirmed by the other; answers its number. */
    private String declared() {
        Document page = first.open("/collection/declarations/areas/" + area.id());
        assertThat(page.select("h2").eachText()).contains("截至 " + today + " 可以申报 5 笔，126.78 元");
        Document own = first.send(page, "申报 5 笔 126.78 元", Map.of());
        assertThat(own.select("form[action$=/confirm]")).isEmpty();
        Document declaration = second.send(second.open(own.location()), "确认申报", Map.of());
        assertThat(state(declaration)).isEqualTo("已确认");
        assertThat(held()).containsExactly("0.00 126.78 0.00 126.78");
        holds("declared");
        return number(declaration);
    }

    private void handedOver(String declaration) {
        Document choice = first.open("/collection/slips/new");
        assertThat(choice.select("input[name=declarations]").eachAttr("value")).containsExactly(declaration);
        choice.select("input[name=declarations]").attr("checked", "checked");
        Document draft = first.send(choice, "保存草稿", Map.of());
        assertThat(state(draft)).isEqualTo("草稿");
        slip = number(draft);
        assertThat(first.send(draft, "提交缴存单", Map.of()).select(".sheet").text())
                .as("the paper that the company pays by")
                .contains(slip, COMPANY, fund.number(), "人民币 壹佰贰拾陆元柒角捌分", "¥126.78");
        assertThat(slipState()).isEqualTo("已提交");
        assertThat(held()).containsExactly("0.00 126.78 0.00 126.78");
        holds("submitted");
    }

    private void wrongTransfer() {
        file.in(today, "126.87", COMPANY, PAYER, slip);
        fund.imported(file);

        assertThat(fund.lines()).containsExactly("126.87 待查 待处理");
        Document line = fund.line("126.87");
        assertThat(line.select("section:has(h2:containsOwn(请核对)) li").eachText())
                .containsExactly(
                        "与缴存单 " + slip + " 的 126.78 元差 0.09 元，可被 9 整除，疑似数字颠倒", "付款账户不是已备案账户：" + COMPANY + "　" + PAYER);
        assertThat(fund.clerk()
                        .refused(line, "提出认定", Map.of("kind", "REMITTANCE"))
                        .select(".error-summary li")
                        .text())
                .as("nor by a person")
                .contains("这笔流水 126.87 元，所填缴存单只有 126.78 元待到账，还差 0.09 元。请核对缴存单；多出的部分不能入账");
        assertThat(fund.books()).containsExactly("专户 126.87 元", "待清分 126.87 元");
        assertThat(slipState()).isEqualTo("已提交");
        assertThat(held()).containsExactly("0.00 126.78 0.00 126.78");
        assertThat(look("201").stages()).containsExactly(month.toString(), today.toString(), NOT_YET, NOT_YET);
        holds("the wrong transfer");

        jobs.doNow("differences");
        assertThat(fund.differences(false)).containsExactly("金额不符 0.09 市管理中心 待查");
        Document difference = fund.difference();
        assertThat(difference.select(".summary-list").text()).contains(COMPANY, "系统");
        assertThat(difference.select(".summary-list a").eachAttr("abs:href")).containsExactly(line.location());
        holds("the difference is told");
    }

    /** 退票: what the bank sent back, said by one person and confirmed by another. */
    private void sentBack() {
        file.out(today, "126.87", COMPANY, "退票，金额有误");
        fund.imported(file);
        Document line = fund.line("-126.87");
        String wrong =
                line.select("select[name=returned] option:containsOwn(126.87)").val();
        Document own = fund.clerk()
                .send(line, "提出认定", Map.of("kind", "RETURNED", "returned", wrong, "note", "企业转错金额，退回后按缴存单重转"));
        assertThat(own.select("main").text()).contains("这件认定由您提出，要由另一位经办人员确认。");
        assertThat(own.select("button:containsOwn(确认)")).isEmpty();
        holds("proposed");
        colleague.send(colleague.open(own.location()), "确认", Map.of());

        assertThat(fund.lines()).containsExactlyInAnyOrder("126.87 退票 已处理", "-126.87 退票 已处理");
        assertThat(fund.books()).isEmpty();
        assertThat(slipState()).as("still waited for").isEqualTo("已提交");
        assertThat(held()).containsExactly("0.00 126.78 0.00 126.78");
        jobs.doNow("differences");
        assertThat(fund.differences(false)).isEmpty();
        assertThat(fund.differences(true)).containsExactly("金额不符 0.09 市管理中心 已处理");
        holds("sent back");
    }

    private void rightTransfer() {
        file.in(today, "126.78", COMPANY, PAYER, "维修资金 " + slip);
        fund.imported(file);

        assertThat(fund.lines()).contains("126.78 日常缴存 已处理");
        assertThat(fund.line("126.78").select("section:has(h2:containsOwn(认定))").text())
                .contains(slip + "　126.78 元", "附言的缴存单号和金额都相符", "系统");
        assertThat(slipState()).isEqualTo("已到账");
        assertThat(held()).containsExactly("0.00 0.00 126.78 126.78");
        assertThat(fund.books()).containsExactly("专户 126.78 元", "待清分 126.78 元");
        assertThat(look("201").stages()).containsExactly(month.toString(), today.toString(), today.toString(), NOT_YET);
        holds("the right transfer");
    }

    private void booked() {
        assertThat(first.open("/collection/slips/" + slip).select("form[action$=/book]"))
                .as("nobody else books")
                .isEmpty();
        assertThat(district.open("/collection/bookings?text=" + slip)
                        .select("tbody tr .card-title")
                        .eachText())
                .containsExactly(slip);
        district.send(district.open("/collection/slips/" + slip), "确认入账 126.78 元", Map.of());

        assertThat(slipState()).isEqualTo("已入账");
        assertThat(held()).as("nothing is under way any more").isEmpty();
        assertThat(fund.books()).containsExactly("专户 126.78 元", "分户账合计 126.78 元");
        assertThat(fund.entries())
                .containsExactlyInAnyOrder(
                        "银行流水 借：专户 126.87；贷：待清分 126.87",
                        "银行流水 借：待清分 126.87；贷：专户 126.87",
                        "银行流水 借：专户 126.78；贷：待清分 126.78",
                        "缴存入账 借：待清分 126.78；贷：分户账 126.78");
        assertThat(district.open("/ledger/accounts/" + fund.id())
                        .select("section:has(h2:containsOwn(本区分户账)) dd")
                        .text())
                .isEqualTo("126.78 元");

        assertThat(HOUSEHOLDS.stream().map(this::household))
                .containsExactly(
                        "101 22.40 元 缴存入账 22.40",
                        "102 11.98 元 缴存入账 11.98",
                        "201 50.00 元 缴存入账 50.00",
                        "202 20.00 元 缴存入账 20.00",
                        "商-01 0.00 元",
                        "301 22.40 元 缴存入账 22.40",
                        "302 0.00 元");
        List<Seen> seen = HOUSEHOLDS.stream().map(this::look).toList();
        assertThat(seen.stream().map(Seen::figures))
                .as("open, paid ahead, booked, of each as its owner sees it")
                .containsExactly(
                        "0.00 0.00 22.40",
                        "0.00 0.00 11.98",
                        "0.00 17.33 50.00",
                        "4.09 0.00 20.00",
                        "87.50 0.00 还没有入账",
                        "0.00 0.00 22.40",
                        "0.00 0.00 还没有入账");
        assertThat(sum(seen.stream().map(Seen::open))).isEqualTo("91.59");
        assertThat(sum(seen.stream().map(Seen::balance).filter(each -> !each.equals("还没有入账"))))
                .as("专户 = Σ分户账")
                .isEqualTo("126.78");
        List<String> all = List.of(month.toString(), today.toString(), today.toString(), today.toString());
        assertThat(seen.stream().map(Seen::stages)).containsExactly(all, all, all, all, List.of(), all, List.of());
        holds("booked");
    }

    private void nextMonth() {
        YearMonth next = month.plusMonths(1);
        billed(next);
        assertThat(rows(next)).contains("1 栋 201 32.67 130.66 ㎡ × 0.25 17.33 15.34");
        Seen ahead = look("201");
        assertThat(ahead.figures()).isEqualTo("15.34 0.00 50.00");
        assertThat(ahead.stages().get(0)).isEqualTo(month + "、" + next);
        assertThat(look("202").figures())
                .as("4.09 of the month before and 24.09")
                .isEqualTo("28.18 0.00 20.00");
        assertThat(fund.books()).as("what is billed moves no money").containsExactly("专户 126.78 元", "分户账合计 126.78 元");
        holds("the next month is billed");
    }

    private void holds(String step) {
        assertThat(invariants.violations()).as(step).isEmpty();
    }

    /** 代收在途: undeclared, not arrived, not booked, together. */
    private List<String> held() {
        return first.open("/collection/held").select("tbody tr").stream()
                .map(row -> String.join(
                        " ",
                        row.select("td[data-label^=未申报] > span").first().ownText(),
                        cell(row, "未到账"),
                        cell(row, "未入账"),
                        cell(row, "合计")))
                .toList();
    }

    private String slipState() {
        return state(first.open("/collection/slips/" + slip));
    }

    /** 分户账 of a household as the office sees it: its balance, and each posting. */
    private String household(String door) {
        Document page = first.open("/units/" + doors.get(door) + "/account");
        return Stream.concat(
                        Stream.of(door, page.select(".identity-bar strong").text()),
                        page.select("tbody tr").stream().map(row -> {
                            assertThat(cell(row, "类型")).endsWith(slip);
                            assertThat(cell(row, "余额")).isEqualTo(cell(row, "增加"));
                            return cell(row, "类型").replace(slip, "").strip() + " " + cell(row, "余额");
                        }))
                .collect(Collectors.joining(" "));
    }

    /** The owner is given 查询码 at the counter. */
    private void letIn(String door) {
        Document paper = first.send(first.open("/fund/codes/" + doors.get(door)), "发放查询码", Map.of());
        owners.put(door, OwnerOverHttp.with(paper, port));
    }

    /** The household as its owner sees it. */
    private Seen look(String door) {
        return Objects.requireNonNull(owners.get(door)).look("入账月苑 1 栋 " + door);
    }

    private static String sum(Stream<String> amounts) {
        return Money.sum(amounts.map(amount -> Money.parse(amount).value())).toString();
    }
}
