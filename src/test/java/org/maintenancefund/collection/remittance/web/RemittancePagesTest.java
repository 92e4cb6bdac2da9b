package org.maintenancefund.collection.remittance.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.Remitting;
import org.maintenancefund.collection.remittance.SlipNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** From the receipts to the households' own accounts by pages alone, each to who may see it. */
@IntegrationTest
@Transactional
class RemittancePagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private Remitting remitting;
    private CollectedArea area;
    private UnitId flat;
    private ReceiptNumber receipt;
    private String declare;

    @BeforeEach
    void anAreaWithTwoReceipts() {
        remitting = Remitting.named("缴页苑", world, context);
        area = remitting.area();
        flat = area.flat("101");
        receipt = area.receive(area.payment(flat, "22.40"));
        area.receive(area.payment(area.flat("102"), "104.38"));
        declare = "/collection/declarations/areas/" + area.id();
    }

    /** Sends the first form that goes to an address with that end, with changes. */
    private MvcTestResult send(String path, String end, CurrentUser by, Map<String, String> changes) {
        var form = pages.open(path, by)
                .select("main form[method=post][action$=" + end + "]")
                .first();
        assertThat(form).as("form to " + end + " on " + path).isNotNull();
        Map<String, String> sent = new LinkedHashMap<>();
        form.select("input[type=hidden]").forEach(input -> sent.put(input.attr("name"), input.val()));
        form.select("input[type=text], input[type=date]").forEach(input -> sent.put(input.attr("name"), input.val()));
        sent.remove("_csrf");
        sent.putAll(changes);
        return pages.post(form.attr("action"), by, sent);
    }

    private String sent(String path, String end, CurrentUser by, Map<String, String> changes) {
        MvcTestResult result = send(path, end, by, changes);
        assertThat(result).hasStatus(303);
        return Pages.redirected(result);
    }

    private CurrentUser auditor() {
        return SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    }

    @Test
    void fromTheReceiptsToTheHouseholdByPagesAlone() {
        assertThat(pages.open("/collection/held", area.clerk())
                        .select("main table")
                        .text())
                .contains("缴页苑", "126.78", "2 笔", "申报");

        String declaration = sent(declare, area.id().toString(), area.clerk(), Map.of());
        assertThat(pages.open(declaration, area.clerk()).select("main").text())
                .contains("126.78 元（2 笔）", "须由贵单位的另一位操作员确认", "请向所属区中心申请再创建一个用户名");
        assertThat(pages.open("/collection/declarations?waiting=1", area.colleague())
                        .select("td.card-title"))
                .hasSize(1);
        sent(declaration, "/confirm", area.colleague(), Map.of());

        String number = declaration.substring(declaration.lastIndexOf('/') + 1);
        Document choice = pages.open("/collection/slips/new", area.clerk());
        assertThat(choice.select("main form").text()).contains("缴页苑　126.78 元，2 笔");
        String slip = sent("/collection/slips/new", "/new", area.clerk(), Map.of("declarations", number));
        String paper = sent(slip, "/submit", area.clerk(), Map.of());
        SlipNumber of = SlipNumber.of(slip.substring(slip.lastIndexOf('/') + 1));
        assertThat(pages.open(paper, area.clerk()).select(".sheet").text())
                .contains(
                        "住宅专项维修资金缴存单",
                        of.toString(),
                        "人民币 壹佰贰拾陆元柒角捌分",
                        "¥126.78",
                        "（只写缴存单号）",
                        "缴页苑",
                        "缴存单位（盖章）：缴页苑物业有限公司");
        assertThat(pages.open(slip, area.clerk()).select("[data-copy]")).hasSize(2);

        remitting.arrive(of, "126.78");
        assertThat(pages.open("/collection/bookings", world.clerk())
                        .select("td.card-title")
                        .text())
                .contains(of.toString());
        assertThat(pages.open("/workbench", world.clerk()).text()).contains("待入账的缴存单");
        sent(slip, "/book", world.clerk(), Map.of());

        assertThat(pages.open(slip, area.clerk()).select("main").text()).contains("已入账", "陈晓梅");
        assertThat(pages.open("/collection/receipts/" + receipt, area.clerk())
                        .select("dl.summary-list")
                        .text())
                .contains("已入分户账", number, of.toString());
        assertThat(pages.open("/units/" + flat, area.clerk()).text()).contains("已入分户账");
        assertThat(pages.open("/collection/held", area.clerk()).text()).contains("没有代收在途");
    }

    @Test
    void whatIsLeftOutWantsAWordAndIsShown() {
        String out = declare + "/leave-out/" + receipt;
        assertThat(send(out, receipt.toString(), area.clerk(), Map.of("reason", "")))
                .hasStatus(400);
        sent(out, receipt.toString(), area.clerk(), Map.of("reason", "刷卡还没有到账"));

        Document left = pages.open(declare + "?tab=LEFT", area.clerk());
        assertThat(left.select("main").text()).contains("可以申报 1 笔，104.38 元", "另有 1 笔 22.40 元", "刷卡还没有到账（郑负责）");
        sent(declare + "?tab=LEFT", receipt.toString(), area.clerk(), Map.of());
        assertThat(pages.open(declare, area.clerk()).select("main").text()).contains("可以申报 2 笔，126.78 元");
    }

    @Test
    void aStalePageChangesNothingAndSaysSo() {
        DeclarationNumber number = remitting.declared();
        String path = "/collection/declarations/" + number;

        assertThat(pages.post(path + "/confirm", area.colleague(), Map.of("version", "7")))
                .hasStatus(409);
        assertThat(pages.post(path + "/confirm", area.clerk(), Map.of("version", "0")))
                .hasStatus(409);
        assertThat(send(path, "/take-back", area.clerk(), Map.of("reason", ""))).hasStatus(400);
        MvcTestResult none = pages.post("/collection/slips/new", area.clerk(), Map.of("declarations", "x"));
        assertThat(none).hasStatus(400);
        assertThat(Pages.parse(none).text()).contains("请至少选择一件申报");
        assertThat(pages.post(declare, area.clerk(), Map.of("upTo", "昨天", "receipts", "x", "amount", "y")))
                .hasStatus(303);
    }

    @Test
    void everyPageIsThereForItsReadersAndForNobodyElse() {
        SlipNumber slip = remitting.submitted();
        String number = context.getBean(JdbcClient.class)
                .sql("SELECT number FROM declaration WHERE area_id = :area")
                .param("area", area.id().value())
                .query(String.class)
                .single();
        List<String> records = List.of(
                "/collection/slips/" + slip,
                "/collection/slips/" + slip + "/paper",
                "/collection/declarations/" + number);
        CollectedArea other = CollectedArea.named("外缴苑", world, context);
        for (String path : records) {
            for (CurrentUser reader : List.of(
                    area.clerk(),
                    world.personOf(area.managed().company()),
                    world.clerk(),
                    world.municipal(),
                    auditor())) {
                assertThat(pages.get(path, reader))
                        .as(path + " " + reader.role())
                        .hasStatusOk();
            }
            for (CurrentUser stranger :
                    List.of(other.clerk(), world.personOf(other.managed().company()), world.clerkElsewhere())) {
                assertThat(pages.get(path, stranger)).as(path).hasStatus(404);
            }
            assertThat(pages.get(path, world.personOf(area.managed().committee())))
                    .hasStatus(403);
        }
        for (String list : List.of("/collection/slips", "/collection/declarations")) {
            assertThat(pages.open(list, other.clerk()).select("td.card-title")).isEmpty();
            assertThat(pages.open(list, world.clerkElsewhere()).select("td.card-title"))
                    .isEmpty();
            assertThat(pages.get(list + "/export", area.clerk())).hasStatusOk();
        }
        assertThat(pages.get(declare, other.clerk())).hasStatus(404);
    }

    @Test
    void theDistrictOrdersWhatIsLateAndWritesDownWhatFollowed() {
        NewReceipt told = area.payment(flat, "33.33");
        area.receive(new NewReceipt(
                told.unit(),
                told.amount(),
                area.today().minusMonths(3),
                told.way(),
                told.from(),
                told.payer(),
                told.months(),
                null,
                ""));
        assertThat(pages.open("/workbench", area.clerk()).text()).contains("逾期未缴存的小区");

        Document late = pages.open("/collection/late?text=缴页苑", world.clerk());
        assertThat(late.select("main table").text()).contains("33.33", "160.11");
        String start = late.select("main table a[href$=/order]").attr("href");
        assertThat(send(
                        start,
                        "/order",
                        world.clerk(),
                        Map.of("deadline", area.today().toString())))
                .hasStatus(400);
        String order = sent(start, "/order", world.clerk(), Map.of());

        assertThat(pages.open(order + "/paper", world.clerk()).select(".sheet").text())
                .contains("责令限期缴存通知书", "缴页苑物业有限公司：", "叁拾叁元叁角叁分", "33.33");
        assertThat(send(order, "/follow-ups", world.clerk(), Map.of("words", "")))
                .hasStatus(400);
        sent(order, "/follow-ups", world.clerk(), Map.of("words", "已送达，企业签收"));
        assertThat(pages.open(order, area.clerk()).select("main").text()).contains("已送达，企业签收", "还有 33.33 元没有到专户");
        assertThat(pages.open(order, area.clerk()).select("main form")).isEmpty();
        assertThat(pages.open("/collection/orders?open=1", world.clerk()).select("td.card-title"))
                .hasSize(1);
        assertThat(pages.get("/collection/late/export", world.clerk())).hasStatusOk();
        assertThat(pages.get("/collection/held/export", area.clerk())).hasStatusOk();
    }

    @Test
    void aReversalOfWhatIsBookedIsDecidedOnTheDistrictsPage() {
        remitting.book(remitting.arrived());
        context.getBean(ReversalService.class).propose(receipt, "登记错户", area.clerk());
        String path = "/collection/receipts/" + receipt;

        assertThat(pages.open(path, area.colleague()).select("main").text()).contains("由所属的区中心决定");
        assertThat(pages.open(path, area.colleague()).select("form[action$=/confirm]"))
                .isEmpty();
        assertThat(pages.open("/collection/receipts?confirm=1", world.clerk()).select("td.card-title"))
                .hasSize(1);
        assertThat(pages.open("/workbench", world.clerk()).text()).contains("收款冲正待您决定的小区");
        sent(path, "/confirm", world.clerk(), Map.of());

        assertThat(pages.open(path, area.clerk()).select("h1 + span").text()).isEqualTo("已冲正");
        assertThat(remitting.booked()).isEqualTo("104.38");
    }

    @Test
    void aDeclaredReceiptSaysOnItsReversalPageThatItWaits() {
        DeclarationNumber number = remitting.declared();

        assertThat(pages.open("/collection/receipts/" + receipt + "/reversal", area.clerk())
                        .select(".notice")
                        .text())
                .contains("在缴存申报 " + number + " 中");
        assertThat(send(
                        "/collection/receipts/" + receipt + "/reversal",
                        "/reversal",
                        area.clerk(),
                        Map.of("reason", "登记错户")))
                .hasStatus(400);
    }
}
