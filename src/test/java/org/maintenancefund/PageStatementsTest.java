package org.maintenancefund;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.OpeningEntry;
import org.maintenancefund.unit.opening.OpeningHeader;
import org.maintenancefund.unit.opening.OpeningLineService;
import org.maintenancefund.unit.opening.OpeningService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often a page asks the database, as signed in through the form: a list four times at most and a record six times, beside the
 * session with the check of its account (1) and what waits for the menu (up to 3), which a running system counts every few
 * seconds. Whoever needs a statement more says so by a number below, and why.
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
    OpeningService openings;

    @Autowired
    OpeningLineService lines;

    @Autowired
    Operators operators;

    @Autowired
    CurrentUsers users;

    @Autowired
    TransactionTemplate transaction;

    private final Map<String, Cookie[]> signedIn = new LinkedHashMap<>();

    private final Map<String, List<String>> frames = new HashMap<>();

    @BeforeAll
    void everybodySignsIn() {
        USERS.values().forEach(username -> signedIn.put(username, signIn(username)));
    }

    /** The session, unread messages, and a figure of each feature that has some: these are counted once in some seconds for all of a district. */
    private static final int FRAME = 6;

    /** What pages ask for themselves: a list, a record, and the few that are several lists in one. */
    private static final int LIST = 4;

    private static final int RECORD = 6;

    private static final Map<String, Integer> SEVERAL_IN_ONE = Map.of(
            // What waits, from all modules; what all people of a role or district see is counted once in some seconds.
            "/workbench",
            10,
            // The committee's record with its people and rights, its applications of two kinds and of any that is under
            // way, its drafts.
            "/my/committee",
            8,
            // Who manages the area now and before, applications of two kinds, drafts.
            "/associations",
            RECORD,
            // What the area is charged by, what stands against another application, applications and drafts.
            "/charge-standards/own",
            RECORD,
            // Who collects now and before, what is pending, applications and drafts.
            "/mandates",
            RECORD,
            // The sheets, and how many of them stand in each of four states and altogether.
            "/units/openings",
            RECORD,
            // What was billed by month and by building, what is left of payments, the committee and its area.
            "/collection/own",
            LIST + 1,
            // Calls of two modules, what three kinds of application have to say, and the entry in the trail.
            "/calls",
            RECORD);

    static Stream<Arguments> everyPageOfTheMenu() {
        return Stream.of(Page.values())
                .filter(Page::inMenu)
                .flatMap(page -> page.roles().stream()
                        .map(role -> Arguments.of(
                                USERS.get(role.name()), page.path(), SEVERAL_IN_ONE.getOrDefault(page.path(), LIST))));
    }

    @ParameterizedTest(name = "{1} of {0} asks {2} times at most")
    @MethodSource("everyPageOfTheMenu")
    void aPageOfTheMenuAsksAHandfulOfTimes(String username, String path, int most) {
        assertThat(own(username, path)).hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest(name = "{1} asks {2} times at most")
    @CsvSource({
        "'', /, 0",
        "'', /login, 0",
        "'', /username-lookup, 0",
        "'', /progress, 0",
        "'', /fund, 0",
        "'', /verify, 0",
        "'', /centres, 0",
        "'', /help, 0",
        "'', /help?q=忘记密码, 0",
        "'', /help/review, 0",
        "'', /help/manual, 0",
        "'', /notices, 1",
        "'', /register/committee?q=和谐, 4",
        "demo-admin, /settings/WORKING_DAYS, 4",
        "demo-committee, /my/committee/change, 4",
        "demo-committee, /my/committee/dissolution, 6",
        "demo-municipal, /reports?tab=days, 4",
        "demo-municipal, /reports?tab=returns, 4",
        "demo-municipal, /reports?tab=coverage, 4",
        "demo-municipal, /reports?tab=endings, 4",
        "demo-municipal, /reports/applications, 4",
        "demo-district, /reports/decisions?action=RETURN, 4",
    })
    void aPageAsksAHandfulOfTimes(String username, String path, int most) {
        assertThat(own(username, path)).hasSizeLessThanOrEqualTo(most);
    }

    @ParameterizedTest(name = "the first of {1} for {0}")
    @CsvSource({
        "demo-district, /committees/reviews, YW[0-9-]+",
        "demo-district, /committees/changes/reviews, BG[0-9-]+",
        "demo-district, /associations/reviews, GL[0-9-]+",
        "demo-district, /associations/terminations/reviews, JC[0-9-]+",
        "demo-district, /areas/applications/reviews, SQ[0-9-]+",
        "demo-municipal, /areas, [0-9a-f]{8}-[0-9a-f-]{27}",
        "demo-district, /areas, [0-9a-f]{8}-[0-9a-f-]{27}",
        "demo-municipal, /committees, [0-9a-f]{8}-[0-9a-f-]{27}",
        "demo-district, /committees, [0-9a-f]{8}-[0-9a-f-]{27}",
        "demo-municipal, /enterprises, [0-9a-f]{8}-[0-9a-f-]{27}",
        "demo-municipal, /offices, [0-9a-f]{8}-[0-9a-f-]{27}",
        "demo-district, /offices, [0-9a-f]{8}-[0-9a-f-]{27}",
        "demo-municipal, /manage/notices, [0-9]+",
        "demo-municipal, /operators, [0-9a-f]{8}-[0-9a-f-]{27}",
        "demo-district, /operators, [0-9a-f]{8}-[0-9a-f-]{27}",
    })
    void aDetailAsksNoMoreThanItsPartsNeed(String username, String list, String record) {
        // What is tied to an area is told by each module that ties something: rights, units, mandates, standards, the
        // fund account.
        int most = list.equals("/areas") || list.equals("/committees") ? RECORD + 3 : RECORD;
        assertThat(own(username, link(username, list, list + "/" + record))).hasSizeLessThanOrEqualTo(most);
    }

    /** Its district sees how far it is, which asks of its registration; and its look at whole numbers is an entry in the trail. */
    @Test
    void aCompanyThatIsStillOnItsWayAsksOnceMore() {
        String company = link("demo-district", "/enterprises", "/enterprises/[0-9a-f]{8}-[0-9a-f-]{27}");

        assertThat(own("demo-district", company)).hasSizeLessThanOrEqualTo(RECORD + 1);
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
        openings.tell(area, OpeningService.NONE, new OpeningHeader(world.today(), Money.ZERO, ""), person);
        lines.enter(area, OpeningService.NONE, new OpeningEntry(unit, null, Money.ZERO), person);
        int before = own("demo-enterprise", list).size();
        int opening = own("demo-enterprise", list + "/opening").size();
        for (int door = 102; door <= 112; door++) {
            units.register(area, AUnit.at("1 栋", Integer.toString(door)).told(), person);
        }

        // The area, whether it is theirs, its buildings and what its units are together, beside a page of them.
        assertThat(own("demo-enterprise", list)).hasSize(before).hasSizeLessThanOrEqualTo(LIST + 1);
        // And what the books have of it.
        assertThat(own("demo-enterprise", "/units/" + unit)).hasSizeLessThanOrEqualTo(RECORD + 1);
        assertThat(own("demo-enterprise", list + "/opening")).hasSize(opening);
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

        assertThat(askedByMenuPages())
                .hasSameSizeAs(before)
                .allSatisfy((page, asked) -> assertThat(asked).as(page).isLessThanOrEqualTo(before.get(page)));
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
    void theSessionIsReadOnceWithTheAccountAndNotWrittenForEachPage() {
        List<String> asked = asked("demo-district", "/areas");

        assertThat(asked)
                .filteredOn(statement -> statement.contains("SPRING_SESSION") || statement.contains("FROM operator"))
                .singleElement()
                .asString()
                .contains("SPRING_SESSION", "FROM operator");
    }

    /** What a page asks for itself: without the session, its account and what waits for the menu, which all pages ask for. */
    private List<String> own(String username, String path) {
        List<String> own = new ArrayList<>(asked(username, path));
        if (username != null && !username.isEmpty()) {
            frame(username).forEach(own::remove);
        }
        return own;
    }

    /** What two pages that have nothing else in common both ask for. */
    private List<String> frame(String username) {
        return frames.computeIfAbsent(username, who -> {
            List<String> frame = new ArrayList<>(asked(who, "/account/password"));
            frame.retainAll(asked(who, "/messages"));
            assertThat(frame)
                    .as("the session, and figures of the menu")
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(FRAME);
            return frame;
        });
    }

    /** The statements of the page once it has been opened; again where there are many, since counts of some seconds end between. */
    private List<String> asked(String username, String path) {
        get(username, path);
        List<String> once = Statements.of(() -> get(username, path));
        if (once.size() <= LIST) {
            return once;
        }
        List<String> again = Statements.of(() -> get(username, path));
        return once.size() <= again.size() ? once : again;
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
