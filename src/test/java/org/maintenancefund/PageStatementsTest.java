package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often a page asks the database: as signed in through the form, so that the session (1) and the check of the account (1)
 * count, and with what waits for the menu (up to 2), which a running system counts every few seconds. Whoever needs a statement
 * more says so by a number below.
 */
@DemoCityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageStatementsTest {

    private static final Map<String, String> USERS = Map.of(
            "ENTERPRISE_OPERATOR", "demo-enterprise",
            "OFFICE_OPERATOR", "demo-office",
            "COMMITTEE_OPERATOR", "demo-committee",
            "DISTRICT_STAFF", "demo-district",
            "MUNICIPAL_STAFF", "demo-municipal",
            "SYSTEM_ADMIN", "demo-admin",
            "AUDITOR", "demo-auditor");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    World world;

    @Autowired
    ACommittee committees;

    @Autowired
    Districts districts;

    @Autowired
    AreaRegister register;

    @Autowired
    UnitService units;

    @Autowired
    Operators operators;

    @Autowired
    CurrentUsers users;

    @Autowired
    TransactionTemplate transaction;

    private final Map<String, Cookie[]> signedIn = new LinkedHashMap<>();

    @BeforeAll
    void everybodySignsIn() {
        USERS.values().forEach(username -> signedIn.put(username, signIn(username)));
    }

    @ParameterizedTest(name = "{1} asks {2} times at most")
    @CsvSource({
        "'', /, 0",
        "'', /login, 0",
        "'', /username-lookup, 0",
        "'', /progress, 0",
        "'', /centres, 0",
        "'', /help, 0",
        "'', /help?q=忘记密码, 0",
        "'', /help/review, 0",
        "'', /help/manual, 0",
        "'', /notices, 1",
        "'', /register/committee?q=和谐, 4",
        "demo-municipal, /manage/notices, 5",
        "demo-admin, /settings, 7",
        "demo-admin, /settings/WORKING_DAYS, 5",
        "demo-district, /committees/reviews, 7",
        "demo-municipal, /areas, 6",
        "demo-municipal, /operators, 5",
        "demo-municipal, /units, 7",
        "demo-enterprise, /units, 8",
        "demo-committee, /units, 8",
        "demo-district, /associations/register, 7",
        "demo-committee, /associations, 8",
        "demo-district, /workbench, 10",
        "demo-municipal, /workbench, 10",
        "demo-enterprise, /workbench, 10",
        "demo-office, /workbench, 10",
        "demo-committee, /workbench, 7",
        "demo-admin, /workbench, 10",
        "demo-auditor, /workbench, 10",
        "demo-committee, /my/committee, 10",
        "demo-committee, /my/committee/change, 5",
        "demo-committee, /my/committee/dissolution, 8",
        "demo-district, /calls, 10",
        "demo-district, /reports, 5",
        "demo-municipal, /reports?tab=days, 5",
        "demo-municipal, /reports?tab=returns, 6",
        "demo-municipal, /reports?tab=coverage, 5",
        "demo-municipal, /reports?tab=endings, 5",
        "demo-municipal, /reports/applications, 5",
        "demo-district, /reports/decisions?action=RETURN, 6",
    })
    void aPageAsksAHandfulOfTimes(String username, String path, int most) {
        assertThat(asked(username, path)).hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest(name = "the first of {1} asks {3} times at most")
    @CsvSource({
        "demo-district, /committees/reviews, YW[0-9-]+, 10",
        "demo-district, /committees/changes/reviews, BG[0-9-]+, 9",
        "demo-district, /associations/reviews, GL[0-9-]+, 10",
        "demo-district, /associations/terminations/reviews, JC[0-9-]+, 9",
        "demo-district, /areas/applications/reviews, SQ[0-9-]+, 8",
        "demo-municipal, /areas, [0-9a-f]{8}-[0-9a-f-]{27}, 10",
        "demo-municipal, /committees, [0-9a-f]{8}-[0-9a-f-]{27}, 10",
        "demo-municipal, /enterprises, [0-9a-f]{8}-[0-9a-f-]{27}, 9",
        "demo-municipal, /offices, [0-9a-f]{8}-[0-9a-f-]{27}, 8",
        "demo-municipal, /manage/notices, [0-9]+, 7",
        "demo-municipal, /operators, [0-9a-f]{8}-[0-9a-f-]{27}, 8",
    })
    void aDetailAsksNoMoreThanItsPartsNeed(String username, String list, String record, int most) {
        String detail = link(username, list, list + "/" + record);

        assertThat(asked(username, detail)).hasSizeLessThanOrEqualTo(most);
    }

    @Test
    void aNoticeAsksForItselfAndItsFiles() {
        assertThat(asked("", link("", "/", "/notices/[0-9]+"))).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void theUnitsOfAnAreaAndOneOfThemAskAHandfulOfTimes() {
        String list = link("demo-enterprise", "/units", "/units/areas/[0-9a-f-]{36}");
        AreaId area = AreaId.of(list.substring(list.lastIndexOf('/') + 1));
        transaction.executeWithoutResult(status -> register.changeBuildings(area, ManagedArea.buildings("1 栋", "2 栋")));
        CurrentUser person =
                users.of(operators.findByUsername("demo-enterprise").orElseThrow(), false);
        UnitId unit = units.register(area, AUnit.at("1 栋", "101").told(), person);
        int before = asked("demo-enterprise", list).size();
        for (int door = 102; door <= 112; door++) {
            units.register(area, AUnit.at("1 栋", Integer.toString(door)).told(), person);
        }

        assertThat(asked("demo-enterprise", list)).hasSize(before).hasSizeLessThanOrEqualTo(8);
        assertThat(asked("demo-enterprise", "/units/" + unit)).hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void noPageOfTheMenuAsksMoreOftenWhereThereAreMoreRows() {
        Map<String, Integer> before = askedByMenuPages();
        StreetId street = districts.byCode("DH").orElseThrow().streets().get(0).id();
        for (int i = 1; i <= 12; i++) {
            AreaId area = world.area(AnArea.named("多行" + i + "号院").in(street));
            committees.submitted(area, "多行" + i + "号院业主委员会");
            world.company("多行" + i + "物业公司", districts.byCode("DH").orElseThrow());
        }

        assertThat(askedByMenuPages()).isEqualTo(before);
    }

    private Map<String, Integer> askedByMenuPages() {
        Map<String, Integer> asked = new LinkedHashMap<>();
        for (Page page : Page.values()) {
            page.roles().stream()
                    .filter(role -> page.inMenu())
                    .map(role -> USERS.get(role.name()))
                    .forEach(username -> asked.put(
                            username + " " + page.path(),
                            asked(username, page.path()).size()));
        }
        assertThat(asked).hasSizeGreaterThan(20);
        return asked;
    }

    @Test
    void theSessionIsReadOnceAndNotWrittenForEachPage() {
        List<String> asked = asked("demo-district", "/account/password");

        assertThat(asked)
                .filteredOn(statement -> statement.contains("SPRING_SESSION"))
                .hasSize(1);
    }

    /** The statements of the page, the second time it is opened. */
    private List<String> asked(String username, String path) {
        get(username, path);
        return Statements.of(() -> get(username, path));
    }

    private String link(String username, String page, String pattern) {
        Matcher link = Pattern.compile("href=\"(" + pattern + ")\"").matcher(get(username, page));
        assertThat(link.find()).as(pattern + " on " + page).isTrue();
        return link.group(1);
    }

    private String get(String username, String path) {
        var request = mvc.get().uri(path);
        if (username != null && !username.isEmpty()) {
            request.cookie(signedIn.get(username));
        }
        MvcTestResult result = request.exchange();
        assertThat(result).as(path).hasStatusOk();
        return text(result);
    }

    private Cookie[] signIn(String username) {
        MvcTestResult form = mvc.get().uri("/login").exchange();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(text(form));
        assertThat(token.find()).isTrue();
        MvcTestResult outcome = mvc.post()
                .uri("/login")
                .cookie(form.getResponse().getCookies())
                .param("username", username)
                .param("password", DemoStep.PASSWORD)
                .param("_csrf", token.group(1))
                .exchange();
        List<Cookie> cookies =
                new ArrayList<>(Arrays.asList(outcome.getResponse().getCookies()));
        cookies.removeIf(cookie -> cookie.getMaxAge() == 0);
        assertThat(cookies).as(username).isNotEmpty();
        return cookies.toArray(Cookie[]::new);
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString();
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
