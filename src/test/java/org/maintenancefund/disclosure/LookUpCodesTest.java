package org.maintenancefund.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitLookup;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 查询码 as those give it out who collect: with the notices, and at the counter. */
@IntegrationTest
@Transactional
class LookUpCodesTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    LookUpCodes codes;

    @Autowired
    FundLookup lookup;

    @Autowired
    UnitLookup units;

    @Autowired
    JdbcClient jdbc;

    private CollectedArea area;
    private UnitId flat;
    private UnitId neighbours;
    private String notices;

    @BeforeEach
    void twoHouseholdsThatOwe() {
        area = CollectedArea.named("发码苑", world, context);
        flat = area.flat("101");
        neighbours = area.flat("102");
        area.bill(area.first());
        notices = "/bills/areas/" + area.id() + "/notices";
    }

    private String counter(UnitId unit) {
        return "/fund/codes/" + unit;
    }

    private boolean opens(UnitId unit, String code) {
        return lookup.open(units.get(unit).number(), OneTimeCode.parse(code).orElseThrow(), "192.0.2.1")
                .equals(Optional.of(unit));
    }

    /** Of the area and its households. */
    private List<String> trail() {
        return jdbc.sql("SELECT action || ' ' || object_id || ' ' || coalesce(changes::text, '') FROM audit_entry"
                        + " WHERE action LIKE 'LOOK_UP_CODE%' AND starts_with(object_id, :area) ORDER BY id")
                .param(
                        "area",
                        context.getBean(PropertyAreas.class).get(area.id()).code())
                .query(String.class)
                .list();
    }

    @Test
    void withTheNoticesEveryHouseholdThatHasNoneGetsOneOnce() {
        String known = codes.issue(neighbours, null, area.clerk()).grouped();
        Document form = pages.open(notices, area.clerk());
        assertThat(form.select("form[action=" + notices + "] label").text()).isEqualTo("随通知书发放查询码");
        assertThat(form.select(".one-time-code")).isEmpty();

        Document given = Pages.parse(pages.post(notices, area.clerk(), Map.of("codes", "true")));

        assertThat(given.select(".notice").text()).contains("已发放 1 户的查询码");
        assertThat(given.select("article.sheet")).hasSize(2);
        assertThat(given.select(".one-time-code")).hasSize(1);
        String code = given.select(".one-time-code").text();
        assertThat(given.select("article.sheet:has(.one-time-code)").text())
                .contains(units.get(flat).number());
        assertThat(opens(flat, code)).isTrue();
        assertThat(opens(neighbours, known)).as("what there is stays").isTrue();
        Document again = Pages.parse(pages.post(notices, area.colleague(), Map.of("codes", "true")));
        assertThat(again.select(".notice").text()).contains("没有发放查询码");
        assertThat(again.select(".one-time-code")).isEmpty();
        assertThat(pages.open(notices, area.clerk()).select(".one-time-code")).isEmpty();
        assertThat(opens(flat, code)).isTrue();
    }

    @Test
    void withoutTheTickNothingIsGivenOut() {
        assertThat(pages.post(notices + "?state=OPEN", area.clerk(), Map.of()))
                .hasRedirectedUrl(notices + "?state=OPEN");
        assertThat(codes.issued(flat)).isEmpty();
    }

    @Test
    void theNoticeOfOneUnitGivesOutItsCodeAndLeadsToTheLookUp() {
        String path = "/bills/units/" + flat + "/notice";

        Document given = Pages.parse(pages.post(path, area.clerk(), Map.of("codes", "true")));

        assertThat(opens(flat, given.select(".one-time-code").text())).isTrue();
        assertThat(given.select("article.sheet").text()).contains("http://localhost/fund");
        assertThat(codes.issued(neighbours)).isEmpty();
    }

    @Test
    void atTheCounterANewOneIsShownOnceOnASlipAndEndsTheOldOne() {
        String old = codes.issue(flat, null, area.clerk()).grouped();
        Document page = pages.open(counter(flat), area.clerk());
        assertThat(page.select("h1").text()).isEqualTo("1 栋 101：查询码");
        assertThat(page.text()).contains("由郑负责发放").doesNotContain(old);

        MvcTestResult sent = pages.post(counter(flat), area.clerk(), seen(page));

        assertThat(sent).hasStatusOk();
        assertThat(sent.getResponse().getHeader("Cache-Control")).contains("no-store");
        Document slip = Pages.parse(sent);
        String code = slip.select(".sheet .one-time-code").text();
        assertThat(slip.select(".sheet").text())
                .contains("查询码告知单", "发码苑", units.get(flat).number());
        assertThat(code).matches("[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}");
        assertThat(opens(flat, code)).isTrue();
        assertThat(opens(flat, old)).isFalse();
        assertThat(pages.open(counter(flat), area.clerk()).text()).doesNotContain(code);
    }

    @Test
    void aSlipThatIsReloadedStaysWhatOpensTheAccount() {
        for (String before : List.of("none", "one")) {
            Map<String, String> form = seen(pages.open(counter(flat), area.clerk()));
            String printed = Pages.parse(pages.post(counter(flat), area.clerk(), form))
                    .select(".one-time-code")
                    .text();

            MvcTestResult again = pages.post(counter(flat), area.clerk(), form);

            assertThat(again).as(before).hasRedirectedUrl(counter(flat));
            assertThat(again.getMvcResult().getFlashMap().get("notice").toString())
                    .contains("已经发放过新的查询码");
            assertThat(opens(flat, printed)).isTrue();
        }
        assertThat(pages.post(counter(flat), area.clerk(), Map.of("seen", "昨天")))
                .hasRedirectedUrl(counter(flat));
    }

    private static Map<String, String> seen(Document form) {
        return Map.of("seen", form.select("input[name=seen]").val());
    }

    @Test
    void theTrailAndTheTableHaveWhoIssuedAndNeverTheCode() {
        String code = codes.issue(flat, null, area.clerk()).value();
        pages.post(notices, area.clerk(), Map.of("codes", "true"));

        List<String> trail = trail();
        assertThat(trail).hasSize(2);
        assertThat(trail.get(0))
                .startsWith("LOOK_UP_CODE_ISSUED " + units.get(flat).number());
        assertThat(trail.get(1))
                .startsWith("LOOK_UP_CODES_ISSUED "
                        + context.getBean(PropertyAreas.class).get(area.id()).code());
        assertThat(String.join(" ", trail)).doesNotContain(code, code.substring(0, 4) + "-");
        List<String> rows = jdbc.sql(
                        "SELECT c::text FROM look_up_code c JOIN named_unit u ON u.unit_id = c.unit_id WHERE u.area_id = :area")
                .param("area", area.id().value())
                .query(String.class)
                .list();
        assertThat(rows)
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).contains("郑负责").doesNotContain(code));
    }

    @Test
    void noCodeHasACharacterThatLooksLikeAnother() {
        Set<String> made = new HashSet<>();
        for (int i = 0; i < 2_000; i++) {
            made.add(OneTimeCode.generateWithoutLookalikes().value());
        }

        assertThat(made).hasSize(2_000).allSatisfy(code -> assertThat(code).matches("[2-9A-HJKMNP-TV-Z]{8}"));
    }

    @Test
    void onlyWhoCollectsThereTodayGivesCodesOut() {
        CollectedArea other = CollectedArea.named("别发苑", world, context);
        CurrentUser auditor = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
        Map<String, String> ticked = Map.of("codes", "true");

        for (CurrentUser collects : List.of(area.clerk(), area.managed().ofCompany())) {
            assertThat(pages.get(counter(flat), collects)).hasStatusOk();
            assertThat(pages.post(notices, collects, ticked)).hasStatusOk();
        }
        for (CurrentUser stranger : List.of(other.clerk(), other.managed().ofCompany())) {
            assertThat(pages.get(counter(flat), stranger)).hasStatus(404);
            assertThat(pages.post(counter(flat), stranger, Map.of())).hasStatus(404);
            assertThat(pages.post(notices, stranger, ticked)).hasStatus(404);
        }
        for (CurrentUser staff : List.of(world.clerk(), world.municipal(), auditor)) {
            assertThat(pages.get(counter(flat), staff)).hasStatus(403);
            assertThat(pages.post(notices, staff, ticked)).hasStatus(404);
            assertThat(pages.open(notices, staff).text()).doesNotContain("发放查询码");
        }
        assertThat(pages.get(counter(flat), world.personOf(area.managed().committee())))
                .hasStatus(403);
        area.endMandate(area.today().minusDays(1));
        assertThat(pages.get(counter(flat), area.clerk())).hasStatus(404);
        assertThat(pages.post(notices, area.clerk(), ticked)).hasStatus(404);
    }
}
