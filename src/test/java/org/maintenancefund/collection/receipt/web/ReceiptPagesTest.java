package org.maintenancefund.collection.receipt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 收款登记 as its pages show it, to each role as far as it may. */
@IntegrationTest
@Transactional
class ReceiptPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private CollectedArea area;
    private String list;
    private String counter;

    @BeforeEach
    void anAreaThatIsCollected() {
        area = CollectedArea.named("缴清苑", world, context);
        list = "/collection/receipts/areas/" + area.id();
        counter = list + "/counter";
    }

    private static String path(ReceiptNumber number, String... below) {
        return "/collection/receipts/" + number + String.join("", below);
    }

    private String at(UnitId unit) {
        return counter + "/" + unit;
    }

    private CurrentUser auditor() {
        return SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    }

    /** The form as it is filled in, with changes. */
    private Map<String, String> form(UnitId unit, String... changes) {
        Document page = pages.open(at(unit), area.clerk());
        Map<String, String> form = new LinkedHashMap<>();
        page.select("main form input[type=text], main form input[type=date]")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        page.select("main form select")
                .forEach(select -> form.put(
                        select.attr("name"), select.select("option[selected]").val()));
        return with(form, changes);
    }

    private static Map<String, String> with(Map<String, String> form, String... changes) {
        Map<String, String> changed = new LinkedHashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put(changes[i], changes[i + 1]);
        }
        return changed;
    }

    private static List<String> errors(MvcTestResult result) {
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select(".error-summary li").eachText();
    }

    private ReceiptNumber paid(UnitId unit, String... changes) {
        MvcTestResult sent = pages.post(at(unit), area.clerk(), form(unit, changes));
        assertThat(sent).hasStatus(303);
        return ReceiptNumber.of(Pages.redirected(sent).split("/")[3]);
    }

    private static List<String> doubts(MvcTestResult asked) {
        assertThat(errors(asked)).containsExactly("请核对上面的提示，无误时勾选“已核对，无误”再保存");
        return Pages.parse(asked).select("main form .panel li").eachText();
    }

    // ---- the worked month

    @Test
    void theWorkedMonthComesOutToTheFen() {
        UnitId first = area.flat("101");
        UnitId second = area.unit(AUnit.at("1 栋", "102").of("47.90"));
        UnitId third = area.unit(AUnit.at("1 栋", "201").of("130.66"));
        UnitId fourth = area.unit(AUnit.at("1 栋", "202").of("96.37"));
        UnitId shop = area.unit(AUnit.at("1 栋", "商-01").of("350.00").usedFor(UnitUse.COMMERCIAL));
        UnitId unsold = area.unit(AUnit.at("1 栋", "301").unsold().paidBy(AUnit.developer("云州建设公司")));
        UnitId late = area.unit(
                AUnit.at("1 栋", "302").of("101.30").deliveredOn(area.first().atDay(10)));
        area.bill(area.first());
        assertThat(area.figures()).containsExactly("201.04", "0.00", "0.00", "201.04", "0.00");

        paid(first);
        paid(second);
        paid(third, "amount", "50.00");
        paid(fourth, "amount", "20.00");
        paid(unsold);

        assertThat(area.figures()).containsExactly("201.04", "126.78", "109.45", "91.59", "17.33");
        assertThat(area.open(fourth)).containsExactly(area.first() + " 4.09");
        assertThat(area.open(shop)).containsExactly(area.first() + " 87.50");
        assertThat(area.open(late)).isEmpty();
        assertThat(area.prepaid(third)).hasToString("17.33");
        assertThat(area.violations()).isEmpty();

        area.bill(area.thisMonth());
        assertThat(area.open(third)).containsExactly(area.thisMonth() + " 15.34");
        assertThat(area.prepaid(third)).hasToString("0.00");
        assertThat(area.violations()).isEmpty();
        Document day = pages.open(list + "/summary", area.clerk());
        assertThat(day.select(".inset p").text()).isEqualTo("收款 5 笔 126.78 元，冲正 0 笔 0.00 元，合计 126.78 元");
    }

    // ---- the counter

    @Test
    void byTheKeyboardAloneFromTheHouseNumberToTheReceiptAndOn() {
        UnitId flat = area.flat("101");
        area.bill(area.first());

        Document start = pages.open(counter, area.clerk());
        assertThat(start.select("input#unit").hasAttr("autofocus")).isTrue();
        MvcTestResult found = pages.get(counter + "?unit=1-101&way=SCAN", area.clerk());
        assertThat(found).hasStatus(303).hasRedirectedUrl(at(flat) + "?way=SCAN");

        Document form = pages.open(Pages.redirected(found), area.clerk());
        assertThat(form.select("h1").text()).isEqualTo("登记收款：1 栋 101");
        assertThat(form.select("#amount").hasAttr("autofocus")).isTrue();
        assertThat(form.select("#amount").val()).isEqualTo("22.40");
        assertThat(form.select("#way option[selected]").text()).isEqualTo("扫码");
        assertThat(form.select("#day").val()).isEqualTo(area.today().toString());
        assertThat(form.select("#payer").val()).isEqualTo("王建国");
        assertThat(form.select("main form button[type=submit]").first().text()).isEqualTo("登记并打印收据");
        assertThat(form.select("main form").text()).contains(area.first() + "　22.40 元", "89.58 ㎡ × 0.25 元/㎡·月");
        assertThat(form.select(".inset").text()).contains("这里只登记维修资金。物业费另外收");

        MvcTestResult sent = pages.post(at(flat), area.clerk(), form(flat, "way", "SCAN"));
        assertThat(sent).hasStatus(303);
        assertThat(Pages.redirected(sent)).endsWith("/paper");
        assertThat(sent).flash().containsEntry("justReceived", true);
        Document paper = pages.open(Pages.redirected(sent), area.clerk());
        assertThat(paper.select(".sheet").text())
                .contains(
                        "住宅专项维修资金收款收据",
                        "缴清苑　1 栋 101",
                        "王建国（业主）",
                        "人民币 贰拾贰元肆角整",
                        "¥22.40",
                        "扫码",
                        area.first() + " 89.58 ㎡ × 0.25 元/㎡·月 22.40",
                        "本收据不是财政票据",
                        "收款单位（盖章）：缴清苑管理处",
                        "收款人：郑负责");
    }

    @Test
    void theNumberOrItsEndFindsTheUnitAndADoorAloneAsksWhichOne() {
        UnitId flat = area.flat("101");
        area.unit(AUnit.at("2 栋", "101"));

        assertThat(pages.get(counter + "?unit=00001", area.clerk())).hasRedirectedUrl(at(flat) + "?way=CASH");
        assertThat(pages.get(counter + "?unit=１栋 101", area.clerk())).hasRedirectedUrl(at(flat) + "?way=CASH");
        Document which = pages.open(counter + "?unit=101", area.clerk());
        assertThat(which.select("td.card-title").eachText()).containsExactly("1 栋 101", "2 栋 101");
        assertThat(which.select("td.card-title a").first().attr("href")).isEqualTo(at(flat) + "?way=CASH");
        assertThat(pages.open(counter + "?unit=王建国", area.clerk()).select("td.card-title"))
                .hasSize(2);
    }

    @Test
    void whatIsNotFoundIsSaidAlsoWhereItIsElsewhere() {
        CollectedArea other = CollectedArea.named("别缴苑", world, context);
        UnitId strange = other.flat("101");
        String number = pages.open("/collection/receipts/areas/" + other.id() + "/counter/" + strange, other.clerk())
                .select(".inset strong")
                .first()
                .text();

        assertThat(pages.open(counter + "?unit=9-909", area.clerk())
                        .select(".notice")
                        .text())
                .contains("本小区没有查到“9-909”");
        assertThat(pages.open(counter + "?unit=" + number, area.clerk())
                        .select(".notice")
                        .text())
                .contains("户号 " + number + " 不在缴清苑，请到它所在的小区登记");
        assertThat(pages.post(at(strange), area.clerk(), with(form(area.flat("101")), "amount", "5")))
                .hasStatus(404);
    }

    @Test
    void everyFieldOfTheFormArrives() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        area.bill(area.thisMonth());

        ReceiptNumber number = paid(
                flat,
                "amount",
                "１０.50",
                "way",
                "TRANSFER",
                "day",
                area.first().atDay(20).toString(),
                "months",
                area.thisMonth().toString(),
                "from",
                "TENANT",
                "payer",
                "李红梅",
                "externalNumber",
                "wx 2026-0001",
                "note",
                "代房东缴");

        Document page = pages.open(path(number), area.clerk());
        assertThat(page.select("h1").text()).isEqualTo("收款 " + number);
        assertThat(page.select("dl.summary-list dd").eachText())
                .contains("10.50", "转账", "李红梅（租户）", "缴清苑管理处", "WX2026-0001", "代房东缴")
                .contains(area.first().atDay(20) + " 计入 " + area.first());
        assertThat(page.select("table").first().select("td").eachText())
                .containsExactly(area.thisMonth().toString(), "89.58 ㎡ × 0.25 元/㎡·月", "10.50");
        assertThat(page.select("#history").text()).contains("登记收款", "郑负责", "缴纳月份：" + area.thisMonth() + " 10.50");
        assertThat(page.select("form[action=/papers/receipts/" + number + "] button")
                        .text())
                .isEqualTo("缴款证明");
    }

    @Test
    void whatIsPaidTooMuchIsLeftAndShownAtTheNextPayment() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        ReceiptNumber number = paid(flat, "amount", "50");

        assertThat(pages.open(path(number, "/paper"), area.clerk())
                        .select(".sheet")
                        .text())
                .contains("预存 以后出账时自动抵缴 27.60");
        Document again = pages.open(at(flat), area.clerk());
        assertThat(again.select(".inset").text()).contains("待缴 0.00 元", "预存 27.60 元");
        assertThat(again.select("#amount").val()).isEmpty();
        assertThat(again.text()).contains("没有待缴的月份，收到的金额全部作为预存");
        assertThat(pages.open(list + "?prepaid=1", area.clerk())
                        .select("td[data-label^=金额]")
                        .text())
                .isEqualTo("50.00预存 27.60");
    }

    // ---- what can't be

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "amount, '', 请填写金额",
        "amount, 0, ",
        "amount, -5, ",
        "amount, 22.405, ",
        "amount, 二十二, ",
        "way, '', 请选择方式",
        "way, CHEQUE, 请选择方式",
        "day, '', 请填写收款日期",
        "day, 2026-02-30, ",
        "from, '', 请选择缴款人身份",
        "payer, '', 请填写缴款人",
        "months, 去年, 月份应为列出的月份，请刷新后重新选择",
        "months, 2020-01, 2020-01 没有待缴的金额，请刷新后重新选择",
    })
    void whatCantBeIsRefusedInASentenceAndTypedStaysThere(String field, String typed, String sentence) {
        UnitId flat = area.flat("101");
        area.bill(area.first());

        MvcTestResult refused = pages.post(at(flat), area.clerk(), form(flat, "note", "手写", field, typed));

        assertThat(errors(refused))
                .hasSize(1)
                .allSatisfy(error -> assertThat(error).contains(sentence == null ? "" : sentence));
        Document page = Pages.parse(refused);
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#" + field);
        assertThat(page.select("#note").val()).isEqualTo("手写");
        assertThat(page.select("#amount").hasAttr("autofocus"))
                .as("the summary has the focus")
                .isFalse();
        assertThat(pages.open(list, area.clerk()).select("td.card-title")).isEmpty();
    }

    @Test
    void aDayToComeOrBeforeTheMandateIsRefusedAtItsField() {
        UnitId flat = area.flat("101");
        LocalDate tomorrow = area.today().plusDays(1);
        LocalDate before = area.today().minusYears(2);

        assertThat(errors(pages.post(at(flat), area.clerk(), form(flat, "amount", "5", "day", tomorrow.toString()))))
                .containsExactly("收款日期 " + tomorrow + " 还没有到");
        assertThat(errors(pages.post(at(flat), area.clerk(), form(flat, "amount", "5", "day", before.toString()))))
                .singleElement()
                .asString()
                .contains("收款日期 " + before + " 不在贵单位的收取授权期内");
    }

    @Test
    void theSameExternalNumberIsRefusedAndNamesItsReceipt() {
        UnitId flat = area.flat("101");
        ReceiptNumber first = paid(flat, "amount", "5", "externalNumber", "WX1");

        assertThat(errors(pages.post(
                        at(area.flat("102")), area.clerk(), form(flat, "amount", "7", "externalNumber", "ｗx 1"))))
                .containsExactly("外部流水号 WX1 已登记过（" + first + "），同一笔款项只登记一次");
    }

    @Test
    void aFormWithoutAnythingIsRefusedAndFailsNowhere() {
        UnitId flat = area.flat("101");
        ReceiptNumber number = paid(flat, "amount", "5");

        assertThat(pages.post(at(flat), area.clerk(), Map.of())).hasStatus(400);
        assertThat(pages.post(path(number, "/reversal"), area.clerk(), Map.of()))
                .hasStatus(400);
        assertThat(pages.post(path(number, "/reversal/confirm"), area.colleague(), Map.of()))
                .hasStatus(409);
        assertThat(pages.post(path(number, "/fiscal"), area.colleague(), Map.of()))
                .hasStatus(409);
        assertThat(pages.get("/collection/receipts/nonsense", area.clerk())).hasStatus(404);
        assertThat(pages.get("/collection/receipts/SK20200101-0001", area.clerk()))
                .hasStatus(404);
        assertThat(pages.get(counter + "/" + UnitId.next(), area.clerk())).hasStatus(404);
    }

    // ---- what is asked

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "224.00, 王建国, 金额 224.00 元正好是 22.40 元的 10 倍，请核对小数点",
        "2240.00, 王建国, '金额 2,240.00 元正好是 22.40 元的 100 倍，请核对小数点'",
        "2.24, 王建国, 金额 2.24 元正好是 22.40 元的 10 分之一，请核对小数点",
        "179.16, 王建国, 金额 179.16 元正好是建筑面积 89.58 ㎡ × 2.00 元，像是物业费。物业费和维修资金要分开收，请核对",
        "999.99, 王建国, 金额 999.99 元，比待缴的 22.40 元多出 24 个月以上（每月 22.40 元）。请核对金额，也请确认不是物业费",
        "22.40, 赵一鸣, 赵一鸣是 1 栋 102 的缴款义务人，不是 1 栋 101 的。请核对是不是邻居的款项",
    })
    void whatIsUnlikelyIsAskedAndRecordedOnceItIsTicked(String amount, String payer, String doubt) {
        UnitId flat = area.flat("101");
        area.unit(AUnit.at("1 栋", "102").paidBy(AUnit.owner("赵一鸣")));
        area.bill(area.first());
        Map<String, String> form = form(flat, "amount", amount, "payer", payer);

        MvcTestResult asked = pages.post(at(flat), area.clerk(), form);

        assertThat(doubts(asked)).containsExactly(doubt);
        String about = Pages.parse(asked).select("input[name=asked.about]").val();
        Map<String, String> ticked = with(form, "asked.about", about, "asked.checked", "true");
        assertThat(pages.post(at(flat), area.clerk(), with(form, "asked.checked", "true")))
                .as("a tick without what it is about")
                .hasStatus(400);
        assertThat(pages.post(at(flat), area.clerk(), ticked)).hasStatus(303);
    }

    @Test
    void theSamePaymentAgainIsAskedAndNamesTheOther() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        area.bill(area.thisMonth());
        ReceiptNumber first = paid(flat, "amount", "22.40");

        MvcTestResult asked = pages.post(at(flat), area.clerk(), form(flat, "amount", "22.40"));

        assertThat(doubts(asked))
                .containsExactly("1 栋 101 在 " + area.today() + " 已登记过一笔 22.40 元（" + first + "），请核对是不是同一笔");
    }

    @ParameterizedTest
    @CsvSource({"22.40", "44.80", "20", "50", "100", "224.01", "67.20"})
    void whatPeopleUsuallyPayIsNotAsked(String amount) {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        area.bill(area.thisMonth());

        assertThat(pages.post(at(flat), area.clerk(), form(flat, "amount", amount)))
                .hasStatus(303);
    }

    @Test
    void whoPaysForTwoFlatsIsNotTakenForANeighbour() {
        UnitId flat = area.flat("101");
        area.flat("102");

        assertThat(pages.post(at(flat), area.clerk(), form(flat, "amount", "20")))
                .hasStatus(303);
    }

    // ---- taken back

    @Test
    void aReversalIsProposedByOneAndConfirmedByAnother() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        ReceiptNumber number = paid(flat);

        assertThat(errors(pages.post(path(number, "/reversal"), area.clerk(), Map.of("reason", ""))))
                .containsExactly("请填写冲正原因");
        assertThat(pages.open(path(number, "/reversal"), area.clerk()).text()).contains("提出后没有人可以确认");
        assertThat(pages.post(path(number, "/reversal"), area.clerk(), Map.of("reason", "登记错户")))
                .hasStatus(303)
                .hasRedirectedUrl(path(number));
        Document own = pages.open(path(number), area.clerk());
        assertThat(own.text()).contains("待确认冲正", "登记错户", "须由贵单位的另一位操作员确认");
        assertThat(own.select("form[action$=/confirm]")).isEmpty();

        assertThat(pages.open("/collection/receipts", area.colleague())
                        .select("td[data-label=待确认冲正]")
                        .text())
                .isEqualTo("1");
        Document others = pages.open(path(number), area.colleague());
        Map<String, String> decision = Map.of(
                "proposal",
                others.select("form[action$=/confirm] input[name=proposal]").val());
        assertThat(pages.post(path(number, "/reversal/confirm"), area.clerk(), decision))
                .as("by the same person")
                .hasStatus(409);
        assertThat(pages.post(path(number, "/reversal/confirm"), area.colleague(), decision))
                .hasStatus(303);

        Document after = pages.open(path(number), area.clerk());
        assertThat(after.select(".identity-bar .tag").text()).isEqualTo("已冲正");
        assertThat(after.select("a[href$=/paper], a[href$=/reversal]")).isEmpty();
        assertThat(pages.get(path(number, "/paper"), area.clerk())).hasStatus(409);
        assertThat(pages.post(path(number, "/reversal/confirm"), area.colleague(), decision))
                .as("pressed twice")
                .hasStatus(409);
        assertThat(area.figures()).containsExactly("22.40", "0.00", "0.00", "22.40", "0.00");
    }

    @Test
    void whatIsNotAgreedToStaysAsItIs() {
        ReceiptNumber number = paid(area.flat("101"), "amount", "5");
        pages.post(path(number, "/reversal"), area.clerk(), Map.of("reason", "登记错户"));
        String proposal = pages.open(path(number), area.colleague())
                .select("input[name=proposal]")
                .val();

        assertThat(pages.post(path(number, "/reversal/reject"), area.colleague(), Map.of("proposal", proposal)))
                .hasStatus(303);
        Document page = pages.open(path(number), area.clerk());
        assertThat(page.select(".identity-bar .tag").text()).isEqualTo("有效");
        assertThat(page.select("#history").text()).contains("不同意冲正", "提出冲正");
    }

    @Test
    void theNumberOfTheStatesPaperIsRecordedAfterwards() {
        ReceiptNumber number = paid(area.flat("101"), "amount", "5");

        assertThat(pages.post(
                        path(number, "/fiscal"), area.colleague(), Map.of("fiscalNumber", "3301 118", "version", "0")))
                .hasStatus(303);
        assertThat(pages.open(path(number, "/paper"), area.clerk()).text()).contains("财政票据号：3301118。");
        assertThat(pages.post(path(number, "/fiscal"), area.clerk(), Map.of("fiscalNumber", "2", "version", "0")))
                .as("as somebody saw it before")
                .hasStatus(409);
        assertThat(errors(pages.post(
                        path(number, "/fiscal"), area.clerk(), Map.of("fiscalNumber", "9".repeat(41), "version", "1"))))
                .hasSize(1);
    }

    // ---- lists

    @Test
    void theListIsNarrowedDownAndExported() {
        UnitId flat = area.flat("101");
        UnitId other = area.unit(AUnit.at("2 栋", "201").paidBy(AUnit.owner("赵一鸣")));
        ReceiptNumber first = paid(flat, "amount", "5", "externalNumber", "WX9");
        ReceiptNumber second = paid(
                other,
                "amount",
                "7",
                "way",
                "CARD",
                "day",
                area.first().atDay(2).toString());
        area.reverse(first);

        Document all = pages.open(list, area.clerk());
        assertThat(all.select("td[data-label=状态]").eachText()).containsExactly("冲正", "已冲正", "有效");
        assertThat(all.select("td[data-label^=金额]").eachText()).containsExactly("-5.00", "5.00", "7.00预存 7.00");
        for (String query : List.of(
                "?state=VALID",
                "?way=CARD",
                "?building=2栋",
                "?text=2-201",
                "?text=赵一鸣",
                "?text=" + second,
                "?text=00002",
                "?to=" + area.first().atEndOfMonth(),
                "?prepaid=1")) {
            assertThat(pages.open(list + query, world.clerk())
                            .select("td.card-title")
                            .eachText())
                    .as(query)
                    .containsExactly(second.toString());
        }
        assertThat(pages.open(list + "?text=WX9", area.clerk()).select("td.card-title"))
                .hasSize(1);
        assertThat(pages.open(list + "?person=郑负责", area.clerk()).select("td.card-title"))
                .hasSize(3);
        assertThat(pages.open(list + "?way=NONE", area.clerk()).select("td.card-title"))
                .isEmpty();

        MvcTestResult export = pages.get(list + "/export?way=CARD", area.clerk());
        assertThat(Sheets.rows(export)).hasSize(2);
        assertThat(Sheets.rows(export).get(1))
                .contains(second.toString(), "2 栋 201", "7.00", "刷卡", "业主", "赵一鸣", "有效", "郑负责");
    }

    @Test
    void theDayIsSummedUpByWayAndByPerson() {
        UnitId flat = area.flat("101");
        paid(flat, "amount", "5");
        paid(flat, "amount", "7", "way", "SCAN");
        area.reverse(paid(flat, "amount", "11", "way", "SCAN"));
        area.receive(area.payment(flat, "13"), area.managed().ofCompany());

        Document page = pages.open(list + "/summary", area.clerk());

        assertThat(page.select(".inset").text()).isEqualTo("收款 4 笔 36.00 元，冲正 1 笔 -11.00 元，合计 25.00 元");
        assertThat(page.select("table").first().select("tbody tr").eachText())
                .containsExactly("现金 2 18.00 0 0.00 18.00", "扫码 2 18.00 1 -11.00 7.00");
        assertThat(page.select("table").get(1).select("tbody tr").eachText())
                .containsExactly("周敏 1 13.00 0 0.00 13.00", "郑负责 3 23.00 1 -11.00 12.00");
        assertThat(pages.open(list + "/summary?day=" + area.today().minusDays(1), area.clerk())
                        .text())
                .contains("这一天没有收款");
        assertThat(pages.open(list + "/summary?day=gestern", area.clerk()).select(".chip-unreadable"))
                .hasSize(1);
    }

    // ---- who sees what

    @Test
    void whoSeesOnlyHasNoButtonsAndNoForms() {
        UnitId flat = area.flat("101");
        ReceiptNumber number = paid(flat, "amount", "5");

        for (CurrentUser reader : List.of(world.clerk(), world.municipal(), auditor())) {
            assertThat(pages.open("/collection/receipts?text=缴清", reader).select("td.card-title"))
                    .as(reader.role().name())
                    .hasSize(1);
            assertThat(pages.open(list, reader).select("a[href$=/counter]")).isEmpty();
            assertThat(pages.open(list + "/summary", reader).text()).contains("5.00");
            assertThat(pages.open(path(number), reader).select("form[action*=/collection/], a[href$=/reversal]"))
                    .isEmpty();
            assertThat(pages.open(path(number, "/paper"), reader).text()).contains(number.toString());
            assertThat(pages.get(list + "/export", reader)).hasStatus(200);
            for (String entry : List.of(counter, at(flat), path(number, "/reversal"))) {
                assertThat(pages.get(entry, reader)).as(entry).hasStatus(403);
                assertThat(pages.post(entry, reader, Map.of())).as(entry).hasStatus(403);
            }
        }
        CurrentUser committee = world.personOf(area.managed().committee());
        for (String page : List.of("/collection/receipts", list, path(number), counter)) {
            assertThat(pages.get(page, committee)).as(page).hasStatus(403);
        }
    }

    @Test
    void forStrangersThereIsNothing() {
        UnitId flat = area.flat("101");
        ReceiptNumber number = paid(flat, "amount", "5");
        CollectedArea other = CollectedArea.named("别缴苑", world, context);

        for (CurrentUser stranger : List.of(other.clerk(), other.managed().ofCompany(), world.clerkElsewhere())) {
            for (String page :
                    List.of(list, list + "/export", list + "/summary", path(number), path(number, "/paper"))) {
                assertThat(pages.get(page, stranger)).as(page).hasStatus(404);
            }
        }
        for (String entry : List.of(counter, at(flat), path(number, "/reversal"))) {
            assertThat(pages.get(entry, other.clerk())).as(entry).hasStatus(404);
        }
        assertThat(pages.post(at(flat), other.clerk(), form(flat, "amount", "5")))
                .hasStatus(404);
        assertThat(pages.post(path(number, "/reversal"), other.clerk(), Map.of("reason", "登记错户")))
                .hasStatus(404);
        assertThat(pages.post(path(number, "/fiscal"), other.clerk(), Map.of("fiscalNumber", "1", "version", "0")))
                .hasStatus(404);
        assertThat(pages.post(path(number, "/reversal/confirm"), other.clerk(), Map.of("proposal", flat.toString())))
                .hasStatus(404);
    }

    @Test
    void whoseMandateHasEndedReadsItsMonthsAndDoesNothing() {
        UnitId flat = area.flat("101");
        ReceiptNumber before =
                paid(flat, "amount", "5", "day", area.first().atDay(2).toString());
        ReceiptNumber later = paid(flat, "amount", "7");
        area.endMandate(area.first().atEndOfMonth());

        assertThat(pages.open(list, area.clerk()).select("td.card-title").eachText())
                .containsExactly(before.toString());
        assertThat(pages.open(list, area.clerk()).select("a[href$=/counter]")).isEmpty();
        assertThat(pages.get(path(before), area.clerk())).hasStatus(200);
        assertThat(pages.get(path(later), area.clerk())).hasStatus(404);
        assertThat(pages.get(counter, area.clerk())).hasStatus(404);
        assertThat(pages.get(path(before, "/reversal"), area.clerk())).hasStatus(404);
        assertThat(pages.open(list, world.clerk()).select("td.card-title")).hasSize(2);
    }

    // ---- how often they ask

    @Test
    void pagesAskAHandfulOfTimesWhateverTheirRows() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        ReceiptNumber number = paid(flat);
        Map<String, Integer> before = asked(flat, number);
        for (int i = 0; i < 15; i++) {
            area.receive(area.payment(flat, "1.0" + i % 10));
        }

        assertThat(asked(flat, number)).isEqualTo(before);
        // With what waits for the header, which a running system counts every half minute only.
        assertThat(before.values()).allMatch(times -> times <= 18);
    }

    private Map<String, Integer> asked(UnitId flat, ReceiptNumber number) {
        Map<String, Integer> asked = new LinkedHashMap<>();
        for (String page : List.of(
                "/collection/receipts",
                list,
                list + "/summary",
                counter,
                at(flat),
                path(number),
                path(number, "/paper"))) {
            pages.open(page, area.clerk());
            asked.put(page, Statements.of(() -> pages.open(page, area.clerk())).size());
        }
        return asked;
    }
}
