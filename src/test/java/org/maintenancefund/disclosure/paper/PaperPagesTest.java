package org.maintenancefund.disclosure.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.PaymentWay;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReceivedFrom;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** Papers as the counter and the district give them out, and what they say. */
@IntegrationTest
@Transactional
class PaperPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private PaperWorld books;
    private CollectedArea area;
    private UnitId flat;

    @BeforeEach
    void aFlatThatIsBilled() {
        books = new PaperWorld("证明苑", world, context);
        area = books.area();
        flat = area.flat("101");
        area.bill(area.first());
    }

    private String unitPage() {
        return "/papers/units/" + flat;
    }

    /** Given out by the form; where it is shown. */
    private String issued(String form, CurrentUser by, Map<String, String> typed) {
        MvcTestResult result = pages.post(form, by, typed);
        assertThat(result).hasStatus(303);
        String paper = Pages.redirected(result);
        assertThat(paper).matches("/papers/ZM[0-9]{8}-[0-9]{4,6}");
        return paper;
    }

    private String proven(ReceiptNumber receipt, CurrentUser by) {
        return issued("/papers/receipts/" + receipt, by, Map.of());
    }

    private ReceiptNumber paidByTenant(String amount) {
        NewReceipt told = area.payment(flat, amount);
        return area.receive(new NewReceipt(
                flat, told.amount(), told.day(), PaymentWay.SCAN, ReceivedFrom.TENANT, "李红梅", List.of(), null, ""));
    }

    // ---- 缴款证明

    @Test
    void aTenantIsGivenAProofOfThePaymentWithNumberAndCode() {
        ReceiptNumber receipt = paidByTenant("30.00");

        Document page = pages.open(proven(receipt, area.clerk()), area.clerk());

        assertThat(page.select(".sheet-title").text()).isEqualTo("住宅专项维修资金缴款证明");
        assertThat(page.select(".sheet").text())
                .contains(
                        receipt.value(),
                        "证明苑",
                        "1 栋 101",
                        "李红梅",
                        "租户",
                        "30.00 元（人民币叁拾元整）",
                        "22.40",
                        "89.58 ㎡ × 0.25 元/㎡·月",
                        "7.60",
                        "与业主结算",
                        "不是财政票据",
                        "开具单位（盖章）：证明苑管理处",
                        "经办人：郑负责",
                        "http://localhost/verify");
        assertThat(page.select(".one-time-code").text()).matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
    }

    @Test
    void theSameSaidAgainIsTheSamePaper() {
        ReceiptNumber receipt = paidByTenant("22.40");
        String paper = proven(receipt, area.clerk());

        assertThat(proven(receipt, area.colleague())).as("of the same office").isEqualTo(paper);
        assertThat(proven(receipt, world.clerk())).as("of the district").isNotEqualTo(paper);
        assertThat(pages.open(unitPage(), area.clerk()).select("td.card-title a"))
                .hasSize(2);
    }

    @Test
    void whatWasReversedProvesNothing() {
        ReceiptNumber receipt = paidByTenant("22.40");
        String paper = proven(receipt, area.clerk());
        area.reverse(receipt);

        MvcTestResult refused = pages.post("/papers/receipts/" + receipt, area.clerk(), Map.of());

        assertThat(refused).hasStatus(409);
        assertThat(pages.open(paper, area.clerk()).select(".notice").text()).contains("不再有效", "冲正");
    }

    // ---- 余额证明, 分户账对账单

    @Test
    void aBalanceIsProvenAsOfItsDayAndNamesNobody() {
        books.booked(flat, area.first().atDay(3), "1,000.00");

        Document page = pages.open(issued(unitPage() + "/balance", area.clerk(), Map.of()), area.clerk());

        assertThat(page.select(".sheet-title").text()).isEqualTo("住宅专项维修资金余额证明");
        assertThat(page.select(".sheet").text())
                .contains("1,000.00 元（人民币壹仟元整）", "89.58 ㎡", "余额随房屋")
                .doesNotContain("王建国");
    }

    @Test
    void aStatementBeginsWithWhatTheHouseholdHadAndEndsWithWhatItHas() {
        // The books are locked behind the bills, and this is one transaction.
        ReceiptNumber underway = area.receive(area.payment(flat, "22.40"));
        books.booked(flat, area.first().minusMonths(2).atDay(1), "1,000.00");
        books.booked(flat, area.first().atDay(3), "22.40");
        var wrong = books.booked(flat, area.first().atDay(5), "5.00");
        books.reversed(wrong, area.first().atDay(6));

        String paper = issued(
                unitPage() + "/statement",
                world.clerk(),
                Map.of(
                        "first",
                        area.first().atDay(1).toString(),
                        "last",
                        area.today().toString()));
        Document page = pages.open(paper, world.clerk());

        assertThat(page.select(".sheet").text())
                .contains("期初余额 1,000.00 元", "期末余额 1,022.40 元", underway.value(), "物业已代收")
                .doesNotContain("王建国");
        assertThat(page.select("td[data-label^=余额]").eachText()).containsExactly("1,022.40", "1,027.40", "1,022.40");
        assertThat(page.select("td[data-label=摘要]").eachText())
                .last()
                .asString()
                .contains("冲正");
    }

    @ParameterizedTest(name = "{0} – {1}: {2}")
    @CsvSource({
        "'', '', 请填写开始日期|请填写结束日期",
        "2026-02-30, 2026-03-01, 开始日期填写有误",
        "2026-03-02, 2026-03-01, 开始日期不能晚于结束日期",
        "2026-03-01, 2199-03-01, 结束日期不能晚于今天",
        "1990-03-01, 2026-03-01, 一份对账单最多 10 年，请缩短期间",
    })
    void daysThatAreNoStretchAreSaidAndStayTyped(String first, String last, String said) {
        books.booked(flat, area.first().atDay(3), "22.40");

        MvcTestResult result =
                pages.post(unitPage() + "/statement", area.clerk(), Map.of("first", first, "last", last));

        assertThat(result).hasStatus(400);
        assertThat(Pages.parse(result).select(".error-summary").text()).contains(said.split("\\|"));
        assertThat(Pages.parse(result).select("[name=first]").val()).isEqualTo(first);
    }

    @Test
    void ofAHouseholdThatNothingWasBookedToNothingIsProven() {
        assertThat(pages.post(unitPage() + "/balance", area.clerk(), Map.of()))
                .hasStatus(303)
                .hasRedirectedUrl(unitPage());
        MvcTestResult refused = pages.post(
                unitPage() + "/statement",
                area.clerk(),
                Map.of("first", "2026-01-01", "last", area.today().toString()));

        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).text()).contains("本户的分户账还没有记录，不能开具");
    }

    // ---- whose they are

    @Test
    void nobodyElseSeesAPaperOrGivesOneOut() {
        ReceiptNumber receipt = paidByTenant("22.40");
        String paper = proven(receipt, area.clerk());
        CollectedArea other = CollectedArea.named("别证苑", world, context);
        CurrentUser committee = world.personOf(area.managed().committee());

        for (CurrentUser stranger : List.of(other.clerk(), other.managed().ofCompany(), world.clerkElsewhere())) {
            assertThat(pages.get(paper, stranger)).hasStatus(404);
            assertThat(pages.get(unitPage(), stranger)).hasStatus(404);
            assertThat(pages.post("/papers/receipts/" + receipt, stranger, Map.of()))
                    .hasStatus(404);
            assertThat(pages.post(unitPage() + "/balance", stranger, Map.of())).hasStatus(404);
        }
        assertThat(pages.get(paper, committee)).hasStatus(403);
        assertThat(pages.post("/papers/receipts/" + receipt, committee, Map.of()))
                .hasStatus(403);
        assertThat(pages.post("/papers/receipts/" + receipt, world.municipal(), Map.of()))
                .hasStatus(403);
        assertThat(pages.get(paper, world.municipal())).hasStatusOk();
        assertThat(pages.get("/papers/ZM20990101-0001", area.clerk())).hasStatus(404);
        assertThat(pages.post("/papers/receipts/SK20990101-0001", area.clerk(), Map.of()))
                .hasStatus(404);
        assertThat(pages.post("/papers/receipts/nothing", area.clerk(), Map.of()))
                .hasStatus(404);
    }

    @Test
    void whoseMandateIsOverSeesNoPaperOfAMonthThatIsNotTheirs() {
        String paper = proven(paidByTenant("22.40"), area.clerk());
        area.endMandate(area.first().atEndOfMonth());

        assertThat(pages.get(paper, area.clerk())).hasStatus(404);
        assertThat(pages.open(unitPage(), area.clerk()).select("main form, td.card-title"))
                .isEmpty();
    }

    @Test
    void aPaymentOfAnotherHouseholdIsNoneOfTheHouseholdsPapers() {
        ReceiptNumber receipt = area.receive(area.payment(area.unit(AUnit.at("1 栋", "102")), "5"));

        assertThatThrownBy(() -> context.getBean(PaperService.class).provePayment(receipt.value(), flat))
                .isInstanceOf(org.maintenancefund.kernel.NotFound.class);
    }

    @Test
    void aPaperNeverChanges() {
        proven(paidByTenant("22.40"), area.clerk());

        assertThatThrownBy(() -> jdbc.sql("UPDATE issued_paper SET amount = 1").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("never changed");
    }
}
