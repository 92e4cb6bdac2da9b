package org.maintenancefund.disclosure.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 欠缴催缴: who is reminded, what the papers say, and what was paid since. */
@IntegrationTest
@Transactional
class ReminderPagesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private CollectedArea area;
    private UnitId flat;
    private UnitId partly;

    /** Three flats: one owes a month, one a part of it, one has paid; and this month is billed, which nobody is reminded of. */
    @BeforeEach
    void flatsThatOwe() {
        area = CollectedArea.named("催缴苑", world, context);
        flat = area.flat("101");
        partly = area.flat("102");
        UnitId paid = area.unit(AUnit.at("2 栋", "201"));
        area.bill(area.first());
        area.receive(area.payment(partly, "10.00"));
        area.receive(area.payment(paid, "22.40"));
        area.bill(area.thisMonth());
    }

    private String list() {
        return "/reminders/areas/" + area.id();
    }

    private Map<String, String> form(String... changes) {
        Map<String, String> form = new HashMap<>(Map.of(
                "building",
                "",
                "sold",
                "ALL",
                "months",
                "1",
                "amount",
                "",
                "payBy",
                area.today().plusDays(15).toString()));
        for (int at = 0; at < changes.length; at += 2) {
            form.put(changes[at], changes[at + 1]);
        }
        return form;
    }

    private String made(String... changes) {
        MvcTestResult result = pages.post(list() + "/new", area.clerk(), form(changes));
        assertThat(result).hasStatus(303);
        assertThat(Pages.redirected(result)).matches("/reminders/CJ[0-9]{8}-[0-9]{4}");
        return Pages.redirected(result);
    }

    private List<String> rows(String batch) {
        return pages.open(batch, area.clerk()).select("main tbody tr").eachText();
    }

    // ---- whom

    @Test
    void whoOwesOfMonthsBeforeThisOneIsReminded() {
        Document preview = Pages.parse(pages.post(list() + "/new", area.clerk(), form("preview", "1")));
        assertThat(preview.select("h2").text()).contains("符合条件的 2 户，欠缴合计 34.80 元");
        assertThat(preview.select("main tbody tr").eachText())
                .satisfiesExactly(
                        row -> assertThat(row).contains("1 栋 101", "王建国", "22.40"),
                        row -> assertThat(row).contains("1 栋 102", "12.40"));

        String batch = made();

        assertThat(rows(batch))
                .satisfiesExactly(
                        row -> assertThat(row).contains("1 栋 101", area.first().toString(), "1 个月", "22.40", "没有送达"),
                        row -> assertThat(row).contains("1 栋 102", "12.40"));
        assertThat(pages.open(batch, area.clerk()).select(".identity-bar").text())
                .contains("2", "34.80");
        assertThat(context.getBean(InvariantService.class).violations()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "amount, 20, 1 栋 101",
        "months, 2, ''",
        "sold, UNSOLD, ''",
        "sold, SOLD, 1 栋 101|1 栋 102",
    })
    void aBatchIsNarrowedDown(String field, String value, String units) {
        Document preview = Pages.parse(pages.post(list() + "/new", area.clerk(), form("preview", "1", field, value)));

        assertThat(String.join("|", preview.select("main tbody td.card-title").eachText()))
                .isEqualTo(units);
    }

    @Test
    void aBatchOfABuildingHasNoOthers() {
        String key = pages.open(list() + "/new", area.clerk())
                .select("select[name=building] option:contains(2 栋)")
                .val();

        MvcTestResult none = pages.post(list() + "/new", area.clerk(), form("building", key));

        assertThat(none).hasStatus(400);
        assertThat(Pages.parse(none).select(".error-summary").text()).contains("没有符合条件的房屋");
    }

    @Test
    void nobodyIsRemindedTwiceOnADay() {
        made("amount", "20");

        assertThat(rows(made())).singleElement().asString().contains("1 栋 102");
        MvcTestResult none = pages.post(list() + "/new", area.clerk(), form());
        assertThat(Pages.parse(none).select(".error-summary").text()).contains("今天已经催缴的不再列入");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "months, 0, 欠缴月数请填写 1 至 600 的整数",
        "months, 二, 欠缴月数请填写 1 至 600 的整数",
        "amount, abc, 金额",
        "payBy, 2026-01-01, 缴纳的期限不能早于今天",
        "payBy, '', 请填写请在哪天以前缴纳",
        "sold, X, 请选择哪些房屋",
    })
    void whatCantBeReadIsSaidAndStaysTyped(String field, String typed, String said) {
        MvcTestResult result = pages.post(list() + "/new", area.clerk(), form(field, typed));

        assertThat(result).hasStatus(400);
        assertThat(Pages.parse(result).select(".error-summary").text()).contains(said);
        if (!field.equals("sold")) {
            assertThat(Pages.parse(result).select("[name=" + field + "]").val()).isEqualTo(typed);
        }
    }

    // ---- what they say

    @Test
    void thePaperSaysWhatIsOwedInFiguresAndWordsAndThreatensNobody() {
        String batch = made();
        String paper = pages.open(batch + "/notices", area.clerk())
                .select("article.sheet")
                .first()
                .text();

        assertThat(paper)
                .contains(
                        "催缴通知书",
                        "王建国：",
                        batch.substring("/reminders/".length()) + "-0001",
                        "催缴苑　1 栋 101",
                        area.first() + "　22.40 元",
                        "¥22.40人民币贰拾贰元肆角整",
                        "催缴苑管理处",
                        "请以收据为准，不必重复缴纳",
                        "http://localhost/fund")
                .doesNotContain(area.thisMonth() + " ")
                .doesNotContainPattern("停水|停电|断水|断电|诉讼|违约金|滞纳金");
        assertThat(pages.open(batch + "/notices?place=2", area.clerk()).select("article.sheet"))
                .singleElement()
                .extracting(sheet -> sheet.text())
                .asString()
                .contains("12.40");
    }

    @Test
    void theFiguresStayWhateverIsPaidSinceAndThatStandsBeside() {
        String batch = made();

        area.receive(area.payment(flat, "20.00"));
        area.reverse(area.receive(area.payment(partly, "12.40")));

        assertThat(rows(batch).get(0)).endsWith("22.40 没有送达 20.00 2.40");
        assertThat(rows(batch).get(1)).endsWith("12.40 没有送达 0.00 12.40");
        assertThat(pages.open(batch + "/notices", area.clerk()).text()).contains("¥22.40");
        assertThat(pages.open(batch + "?open=1&text=101", area.clerk()).select("main tbody tr"))
                .hasSize(1);
        assertThat(Sheets.rows(pages.get(batch + "/export", area.clerk())).toString())
                .contains("催缴编号", "1 栋 101", "22.4", "20");
    }

    @Test
    void theUnitsPageAndTheAreasListShowIt() {
        String batch = made();

        assertThat(pages.open("/units/" + flat, area.clerk()).select("main").text())
                .contains("催缴（1）", "22.40", "还没有送达");
        assertThat(pages.open(list(), area.clerk()).select("main tbody tr").text())
                .contains(batch.substring("/reminders/".length()), "全部楼栋", "34.80", "郑负责");
        assertThat(pages.open("/reminders", area.clerk())
                        .select("main tbody tr")
                        .text())
                .contains("催缴苑", area.today().toString(), "2");
    }

    // ---- whose they are

    @Test
    void staffReadAndNobodyElseFindsAnything() {
        String batch = made();
        CollectedArea other = CollectedArea.named("别催苑", world, context);
        CurrentUser committee = world.personOf(area.managed().committee());
        List<String> read = List.of(list(), batch, batch + "/1", batch + "/notices", batch + "/export");

        for (String page : read) {
            for (CurrentUser staff : List.of(world.clerk(), world.municipal())) {
                assertThat(pages.get(page, staff)).as(page).hasStatusOk();
            }
            for (CurrentUser stranger : List.of(other.clerk(), other.managed().ofCompany(), world.clerkElsewhere())) {
                assertThat(pages.get(page, stranger)).as(page).hasStatus(404);
            }
            assertThat(pages.get(page, committee)).as(page).hasStatus(403);
        }
        assertThat(pages.post(list() + "/new", other.clerk(), form())).hasStatus(404);
        assertThat(pages.post(list() + "/new", world.clerk(), form())).hasStatus(403);
        assertThat(pages.open(batch, world.clerk()).select("main form[method=post] button"))
                .isEmpty();
        assertThat(pages.get("/reminders/CJ20990101-0001", area.clerk())).hasStatus(404);
        assertThat(pages.get("/reminders/nothing", area.clerk())).hasStatus(404);
        assertThat(pages.get(batch + "/999", area.clerk())).hasStatus(404);
    }

    @Test
    void whoseMandateIsOverMakesNoneAndSeesNoneOfAMonthThatIsNotTheirs() {
        String batch = made();
        area.endMandate(area.first().atEndOfMonth());

        assertThat(pages.get(batch, area.clerk())).hasStatus(404);
        assertThat(pages.get(list() + "/new", area.clerk())).hasStatus(404);
        assertThat(pages.post(list() + "/new", area.clerk(), form())).hasStatus(404);
        assertThat(pages.open(list(), area.clerk()).select("main tbody tr, a[href$=/new]"))
                .isEmpty();
    }
}
