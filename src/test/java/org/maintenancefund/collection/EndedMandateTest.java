package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.method.HandlerMethod;

/** Who collected until the end of the month before this one reads what was theirs; who never did finds nothing at all. */
@IntegrationTest
@Transactional
class EndedMandateTest {

    /** Pages of what was billed and received. */
    private static final List<String> PAGES = List.of(
            "/bills/areas/{area}",
            "/bills/areas/{area}/export",
            "/bills/areas/{area}/runs",
            "/bills/areas/{area}/notices",
            "/bills/units/{unit}",
            "/bills/units/{unit}/notice",
            "/collection/receipts/areas/{area}",
            "/collection/receipts/areas/{area}/export",
            "/collection/receipts/areas/{area}/summary",
            "/collection/receipts/{receipt}",
            "/collection/receipts/{receipt}/paper");

    /** Steps of people who have a mandate. */
    private static final List<String> STEPS = List.of(
            "GET /bills/areas/{area}/missed",
            "POST /bills/areas/{area}/missed",
            "GET /bills/areas/{area}/run",
            "GET /bills/areas/{area}/run/{month}",
            "POST /bills/areas/{area}/run/{month}",
            "POST /bills/areas/{area}/run/{month}/confirm",
            "POST /bills/areas/{area}/run/{month}/discard",
            "GET /bills/areas/{area}/runs/{run}/take-back",
            "POST /bills/areas/{area}/runs/{run}/take-back",
            "POST /bills/areas/{area}/notices",
            "POST /bills/units/{unit}/notice",
            "GET /bills/units/{unit}/adjustments/new",
            "POST /bills/units/{unit}/adjustments/new",
            "POST /bills/units/{unit}/adjustments/{adjustment}/confirm",
            "POST /bills/units/{unit}/adjustments/{adjustment}/reject",
            "POST /bills/units/{unit}/adjustments/{adjustment}/withdraw",
            "GET /collection/receipts/areas/{area}/counter",
            "GET /collection/receipts/areas/{area}/counter/{unit}",
            "POST /collection/receipts/areas/{area}/counter/{unit}",
            "POST /collection/receipts/{receipt}/fiscal",
            "GET /collection/receipts/{receipt}/reversal",
            "POST /collection/receipts/{receipt}/reversal",
            "POST /collection/receipts/{disputed}/reversal/confirm",
            "POST /collection/receipts/{disputed}/reversal/reject",
            "GET /collection/receipts/areas/{area}/import",
            "POST /collection/receipts/areas/{area}/import",
            "GET /collection/receipts/areas/{area}/import/template",
            "GET /collection/receipts/areas/{area}/import/{import}",
            "GET /collection/receipts/areas/{area}/import/{import}/faults",
            "POST /collection/receipts/areas/{area}/import/{import}/confirm",
            "POST /collection/receipts/areas/{area}/import/{import}/retry",
            "POST /collection/receipts/areas/{area}/import/{import}/discard",
            "GET /fund/codes/{unit}",
            "POST /fund/codes/{unit}",
            "POST /papers/receipts/{receipt}",
            "POST /papers/units/{unit}/balance",
            "POST /papers/units/{unit}/statement");

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    private CollectedArea area;
    private UnitId flat;
    private YearMonth theirs;
    private YearMonth later;
    private ReceiptNumber before;
    private ReceiptNumber disputed;
    private ReceiptNumber after;
    private CurrentUser stranger;
    private Map<String, String> known;
    private Map<String, String> form;

    @BeforeEach
    void aMandateThatEndsWhileEverythingWaitsForASecondPerson() {
        area = CollectedArea.named("旧托苑", world, context);
        stranger = world.personOf(world.company("云州陌路物业有限公司"));
        theirs = area.first();
        later = area.thisMonth();
        flat = area.flat("101");
        area.bill(theirs);
        area.bill(later);
        before = area.receive(paid("5.00", theirs.atDay(2)));
        disputed = area.receive(paid("3.00", theirs.atDay(3)));
        done("/collection/receipts/" + disputed + "/reversal", Map.of("reason", "登记错户"));
        String unit = "/bills/units/" + flat;
        done(
                unit + "/adjustments/new",
                Map.of("month", theirs.toString(), "amount", "-1.00", "reason", "减免", "document", "批复"));
        area.flat("102");
        String run = context.getBean(RunService.class)
                .propose(area.id(), later, null, "补出账", area.clerk())
                .toString();
        after = area.receive(paid("7.00", area.today()), area.colleague());
        known = Map.of(
                "{area}", area.id().toString(),
                "{unit}", flat.toString(),
                "{month}", later.toString(),
                "{run}", billed(theirs),
                "{receipt}", before.toString(),
                "{disputed}", disputed.toString(),
                "{adjustment}",
                        pages.open(unit, area.colleague())
                                .select("form[action$=/confirm]")
                                .attr("action")
                                .split("/")[5],
                "{import}", UUID.randomUUID().toString());
        form = Map.ofEntries(
                Map.entry("run", run),
                Map.entry("fingerprint", "0".repeat(64)),
                Map.entry("remark", "补出账"),
                Map.entry("codes", "true"),
                Map.entry("month", theirs.toString()),
                Map.entry("amount", "2.00"),
                Map.entry("reason", "原因"),
                Map.entry("document", "批复"),
                Map.entry("way", "CASH"),
                Map.entry("day", theirs.atDay(4).toString()),
                Map.entry("from", "OWNER"),
                Map.entry("payer", "王建国"),
                Map.entry("proposal", area.proposal(disputed).toString()),
                Map.entry("fiscalNumber", "3301-118"),
                Map.entry("version", "0"));
    }

    private void done(String path, Map<String, String> told) {
        assertThat(pages.post(path, area.clerk(), told)).hasStatus(303);
    }

    private NewReceipt paid(String amount, LocalDate day) {
        return area.payment(flat, amount, day);
    }

    private String billed(YearMonth month) {
        return jdbc.sql("SELECT id FROM billing_run WHERE area_id = :area AND period = :month AND state = 'BILLED'")
                .param("area", area.id().value())
                .param("month", month.atDay(1))
                .query(UUID.class)
                .single()
                .toString();
    }

    private void end() {
        area.endMandate(theirs.atEndOfMonth());
    }

    /** Of the office that collected, and of its company. */
    private List<CurrentUser> former() {
        return List.of(area.clerk(), area.colleague(), area.managed().ofCompany());
    }

    private String path(String pattern) {
        String path = pattern;
        for (Map.Entry<String, String> name : known.entrySet()) {
            path = path.replace(name.getKey(), name.getValue());
        }
        return path;
    }

    /** Asks for a page, or sends a form that has everything that any of them asks for. */
    private MvcTestResult asked(String step, CurrentUser user) {
        String[] words = step.split(" ");
        String path = path(words[1]);
        return words[0].equals("GET") ? pages.get(path, user) : pages.post(path, user, form);
    }

    /** What would be different if anything had been done: rows by kind, their states, and the money. */
    private List<String> everything() {
        return jdbc.sql(
                        "SELECT 'runs ' || coalesce(string_agg(state, ' ' ORDER BY id), '') FROM billing_run WHERE area_id = :area"
                                + " UNION ALL SELECT 'adjustments ' || string_agg(a.state, ' ') FROM bill_adjustment a WHERE a.unit_id = :unit"
                                + " UNION ALL SELECT 'reversals ' || string_agg(v.state, ' ' ORDER BY v.id) FROM receipt_reversal v"
                                + " JOIN receipt r ON r.id = v.receipt_id WHERE r.area_id = :area"
                                + " UNION ALL SELECT 'receipts ' || string_agg(r.number || coalesce(r.fiscal_number, ''), ' ' ORDER BY r.number)"
                                + " FROM receipt r WHERE r.area_id = :area"
                                + " UNION ALL SELECT 'codes ' || count(*) FROM look_up_code WHERE unit_id = :unit"
                                + " UNION ALL SELECT 'batches ' || count(*) FROM billing_batch_item WHERE area_id = :area")
                .param("area", area.id().value())
                .param("unit", flat.value())
                .query(String.class)
                .list();
    }

    @Test
    void nothingIsChangedByWhoseMandateIsOverNorByAStranger() {
        assertThat(STEPS)
                .filteredOn(step -> step.startsWith("GET") && !step.contains("{import}"))
                .as("while the mandate lives")
                .allSatisfy(step -> assertThat(
                                asked(step, area.clerk()).getResponse().getStatus())
                        .isIn(200, 302, 303));
        end();
        List<String> before = everything();

        assertThat(STEPS).allSatisfy(step -> {
            for (CurrentUser user :
                    List.of(area.clerk(), area.colleague(), area.managed().ofCompany(), stranger)) {
                MvcTestResult refused = asked(step, user);
                assertThat(refused.getMvcResult().getHandler()).isInstanceOf(HandlerMethod.class);
                assertThat(refused).as(user.organisationName()).hasStatus(404);
            }
            assertThat(everything()).isEqualTo(before);
        });
    }

    @Test
    void whatWasTheirsIsReadByThemAndByNoStranger() {
        end();

        assertThat(PAGES).allSatisfy(pattern -> {
            for (CurrentUser user : former()) {
                assertThat(pages.get(path(pattern), user))
                        .as(user.organisationName())
                        .hasStatusOk();
            }
            assertThat(pages.get(path(pattern), stranger)).hasStatus(404);
        });
    }

    @Test
    void noTickedAreaIsBilledWithoutAMandate() {
        end();
        List<String> before = everything();

        for (CurrentUser user :
                List.of(area.clerk(), area.colleague(), area.managed().ofCompany(), stranger)) {
            for (String action : List.of("PROPOSE", "CONFIRM")) {
                MvcTestResult refused = pages.post(
                        "/bills/batches",
                        user,
                        Map.of("action", action, "areas", area.id().toString()));
                assertThat(refused).hasStatus(303).hasRedirectedUrl("/bills");
            }
        }
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void listsOfAreasTellNothingOfWhatTheNextOneDoes() {
        Document live = pages.open("/bills", area.clerk());
        assertThat(live.select("td[data-label=待确认]").text()).contains("补出账 " + later);
        live = pages.open("/collection/receipts", area.clerk());
        assertThat(live.select("td[data-label^=今日]").eachText()).containsExactly("1", "7.00");
        assertThat(live.select("td[data-label=待确认冲正]").text()).isEqualTo("1");

        end();

        for (CurrentUser user : former()) {
            Document bills = pages.open("/bills", user);
            assertThat(bills.select("td.card-title").text()).isEqualTo("旧托苑");
            assertThat(bills.select("td[data-label=待确认]").text()).isEmpty();
            assertThat(bills.select("input[name=areas]")).isEmpty();
            Document receipts = pages.open("/collection/receipts", user);
            assertThat(receipts.select("td.card-title").text()).isEqualTo("旧托苑");
            assertThat(receipts.select("td[data-label^=今日], td[data-label=待确认冲正]")
                            .eachText())
                    .containsExactly("—", "—", "—");
        }
        assertThat(pages.open("/collection/receipts?text=旧托苑", world.clerk())
                        .select("td[data-label^=今日]")
                        .eachText())
                .containsExactly("1", "7.00");
        for (String list : List.of("/bills", "/collection/receipts")) {
            assertThat(pages.open(list, stranger).select("td.card-title")).isEmpty();
        }
    }

    /** A later month may stand there as part of a day: what was billed for theirs may have been billed, and is printed, later. */
    @Test
    void billsAreThoseOfTheirMonths() {
        String list = path("/bills/areas/{area}");
        assertThat(pages.open(list, area.clerk()).text()).contains(later.toString());
        end();

        for (CurrentUser user : former()) {
            Document page = pages.open(list + "?text=", user);
            assertThat(page.select("td[data-label=月份]").eachText()).containsExactly(theirs.toString());
            assertThat(page.select("option").eachText()).doesNotContain(later.toString());
            assertThat(page.select(".list-actions a[href*=/run]:not([href$=/runs])"))
                    .isEmpty();
            assertThat(pages.open(list + "?month=" + later, user)
                            .select("td[data-label=月份]")
                            .eachText())
                    .doesNotContain(later.toString());
            assertThat(Sheets.rows(pages.get(list + "/export", user)).toString())
                    .contains(theirs.toString())
                    .doesNotContain(later.toString());
            assertThat(pages.open(list + "/runs", user).select("tbody").text())
                    .contains(theirs.toString())
                    .doesNotContainPattern(later + "(?!-)");
            for (String notice : List.of(list + "/notices", path("/bills/units/{unit}/notice"))) {
                assertThat(pages.open(notice, user).select("article.sheet").text())
                        .as(notice)
                        .contains(theirs.toString(), "7.40")
                        .doesNotContainPattern(later + "(?!-)");
            }
            Document unit = pages.open(path("/bills/units/{unit}"), user);
            assertThat(unit.select("main").text()).contains(theirs.toString()).doesNotContainPattern(later + "(?!-)");
            assertThat(unit.select("main form")).isEmpty();
        }
    }

    @Test
    void receiptsAreThoseOfTheirMonths() {
        String list = path("/collection/receipts/areas/{area}");
        end();

        for (CurrentUser user : former()) {
            Document page = pages.open(list, user);
            assertThat(page.select("td.card-title").eachText()).containsExactly(disputed.toString(), before.toString());
            assertThat(page.select("a[href$=/counter], a[href$=/import]")).isEmpty();
            assertThat(Sheets.rows(pages.get(list + "/export", user)).toString())
                    .contains(before.toString(), disputed.toString())
                    .doesNotContain(after.toString());
            assertThat(pages.open(list + "/summary", user).select(".inset p").text())
                    .isEqualTo("收款 0 笔 0.00 元，冲正 0 笔 0.00 元，合计 0.00 元");
            assertThat(pages.open(list + "/summary?day=" + theirs.atDay(2), user)
                            .select(".inset p")
                            .text())
                    .startsWith("收款 1 笔 5.00 元");
            for (String part : List.of("", "/paper")) {
                assertThat(pages.get("/collection/receipts/" + after + part, user))
                        .as(part)
                        .hasStatus(404);
            }
            assertThat(pages.open("/collection/receipts/" + disputed, user).select("main form"))
                    .isEmpty();
        }
    }

    /** The choice 登记人 names nobody who recorded something in a later month alone. */
    @Test
    void whoRecordsForTheNextOneIsNotNamed() {
        String list = path("/collection/receipts/areas/{area}");
        String next = world.personOf(area.managed().company()).personName();
        area.receive(paid("1.00", area.today()), area.managed().ofCompany());
        assertThat(pages.open(list, area.clerk())
                        .select("select[name=person] option")
                        .eachText())
                .contains(next);

        end();

        assertThat(pages.open(list, area.clerk())
                        .select("select[name=person] option")
                        .eachText())
                .contains(area.clerk().personName())
                .doesNotContain(next);
    }
}
