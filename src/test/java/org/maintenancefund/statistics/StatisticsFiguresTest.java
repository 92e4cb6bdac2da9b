package org.maintenancefund.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Every figure of 统计报表 is what a plain question to the tables answers, in the demo city, where all came by legal steps. */
@DemoCityTest
class StatisticsFiguresTest {

    private static final String MONTH = "to_char(%s AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')";

    /** All of the last twelve months. */
    private static final String RECENT = MONTH + " >= '%s'";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    CurrentUsers users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StatisticsTables tables;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    Clock clock;

    private CurrentUser user(String name) {
        return users.of(operators.findByUsername(name).orElseThrow(), false);
    }

    private Document open(String username, String path) {
        return new Pages(mvc).open(path, user(username));
    }

    /** The figures of a table by the names of its rows. */
    private static Map<String, List<String>> rows(Document page, String key) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Element section = page.selectFirst("section[aria-labelledby=table-" + key + "]");
        assertThat(section).as(key).isNotNull();
        section.select("tbody tr")
                .forEach(row -> rows.put(
                        row.selectFirst("th").text(),
                        row.select("td").eachText().stream()
                                .map(text -> text.replace(",", ""))
                                .toList()));
        assertThat(rows).as(key).isNotEmpty();
        return rows;
    }

    private String first() {
        return LocalDate.now(clock).minusMonths(11).toString().substring(0, 7);
    }

    private String recent(String column) {
        return RECENT.formatted(column, first());
    }

    /** What a person sees: the own district, or everything. */
    private String own(String username, String table) {
        return user(username)
                .districtIfAny()
                .map(district -> table + "district_id = '" + district.value() + "'")
                .orElse("true");
    }

    /** The condition of a row that is called by a district, a street or no place. */
    private String place(String username, String table, String label) {
        if (label.startsWith("不分街道")) {
            return table + "street_id IS NULL";
        }
        return user(username).districtIfAny().isPresent()
                ? table + "street_id IN (SELECT id FROM street WHERE name = '" + label + "')"
                : table + "district_id = (SELECT id FROM district_centre WHERE name = '" + label + "')";
    }

    private String kind(String table, String label) {
        return table + "kind = '"
                + tables.kinds().stream()
                        .filter(kind -> kind.label().equals(label))
                        .map(ApplicationKind::code)
                        .findFirst()
                        .orElseThrow()
                + "'";
    }

    private String count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from)
                .query(Long.class)
                .single()
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-district", "demo-municipal"})
    void applicationsAreCountedByMonthKindPlaceAndState(String username) {
        Document page = open(username, "/reports");
        String all = "application WHERE " + own(username, "") + " AND " + recent("submitted_at") + " AND ";

        rows(page, "applications-months")
                .forEach((month, figures) -> states(
                        figures,
                        all + (month.equals("合计") ? "true" : MONTH.formatted("submitted_at") + " = '" + month + "'")));
        rows(page, "applications-kinds").forEach((label, figures) -> states(figures, all + kind("", label)));
        rows(page, "applications-places")
                .forEach((label, figures) -> states(figures, all + place(username, "", label)));
        assertThat(rows(page, "applications-months").get("合计")).last().isNotEqualTo("0");
    }

    private void states(List<String> figures, String from) {
        List<String> expected = new ArrayList<>();
        for (ReviewStatus status : ReviewStatus.values()) {
            expected.add(count(from + " AND status = '" + status + "'"));
        }
        expected.add(count(from));
        assertThat(figures).as(from).isEqualTo(expected);
    }

    private String decisions(String username) {
        return "application_entry e JOIN application a USING (number) WHERE " + own(username, "a.") + " AND "
                + recent("e.at") + " AND e.action IN ('APPROVE', 'RETURN', 'REFUSE') AND ";
    }

    private String decided(String month) {
        return month.equals("合计") ? "true" : MONTH.formatted("e.at") + " = '" + month + "'";
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-district", "demo-municipal"})
    void ofTheWorkingDaysToADecisionTheMedianAndWhatNineOfTenStayWithinAreShown(String username) {
        Document page = open(username, "/reports?tab=days");
        String all = decisions(username);

        rows(page, "days-months").forEach((month, figures) -> days(figures, all + decided(month)));
        rows(page, "days-kinds").forEach((label, figures) -> days(figures, all + kind("a.", label)));
        rows(page, "days-places").forEach((label, figures) -> days(figures, all + place(username, "a.", label)));
        assertThat(rows(page, "days-months").get("合计").get(0)).isNotEqualTo("0");
    }

    private void days(List<String> figures, String from) {
        List<Integer> days = jdbc
                .sql("SELECT e.at, (SELECT submitted_at FROM application_round r"
                        + " WHERE r.number = e.number AND r.round = e.round) FROM " + from)
                .query((row, i) -> workingDays.between(
                        row.getTimestamp(2).toInstant(), row.getTimestamp(1).toInstant()))
                .list()
                .stream()
                .sorted()
                .toList();
        assertThat(figures)
                .as(from)
                .containsExactly(Integer.toString(days.size()), partOf(days, 0.5), partOf(days, 0.9));
    }

    /** The first of the sorted days within which that part of all lies. */
    private static String partOf(List<Integer> days, double part) {
        return days.isEmpty()
                ? "—"
                : days.get((int) Math.ceil(part * days.size()) - 1).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-district", "demo-municipal"})
    void returnsAreCountedWithTheirShareAndTheirReasons(String username) {
        Document page = open(username, "/reports?tab=returns");
        String all = decisions(username);

        rows(page, "returns-months").forEach((month, figures) -> outcomes(figures, all + decided(month)));
        rows(page, "returns-kinds").forEach((label, figures) -> outcomes(figures, all + kind("a.", label)));
        rows(page, "returns-places").forEach((label, figures) -> outcomes(figures, all + place(username, "a.", label)));
        String returned = all + "e.action = 'RETURN'";
        Map<String, List<String>> reasons = rows(page, "reasons");
        reasons.forEach((reason, figures) -> assertThat(figures.get(0))
                .as(reason)
                .isEqualTo(
                        switch (reason) {
                            case "逐项标出需要修改的内容" -> count(returned + " AND e.marks > 0");
                            case "只写了说明" -> count(returned + " AND e.marks = 0 AND e.reasons = '{}'");
                            default -> count(returned + " AND '" + reason + "' = ANY (e.reasons)");
                        }));
        assertThat(reasons.values().stream()
                        .mapToLong(figures -> Long.parseLong(figures.get(0)))
                        .sum())
                .isEqualTo(Long.parseLong(count("(SELECT unnest(e.reasons) FROM " + returned
                        + " UNION ALL SELECT '' FROM " + returned
                        + " AND (e.marks > 0 OR e.reasons = '{}')) AS given")));
    }

    private void outcomes(List<String> figures, String from) {
        assertThat(figures.subList(0, 4))
                .as(from)
                .containsExactly(
                        count(from),
                        count(from + " AND e.action = 'APPROVE'"),
                        count(from + " AND e.action = 'RETURN'"),
                        count(from + " AND e.action = 'REFUSE'"));
        long all = Long.parseLong(figures.get(0));
        if (all == 0) {
            assertThat(figures.get(4)).isEqualTo("—");
        } else {
            assertThat(Double.parseDouble(figures.get(4).replace("%", "")))
                    .isCloseTo(100.0 * Long.parseLong(figures.get(2)) / all, within());
        }
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.0501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-district", "demo-municipal"})
    void areasAreCountedByWhoStandsForThemAndWhoManagesThem(String username) {
        rows(open(username, "/reports?tab=coverage"), "coverage").forEach((label, figures) -> {
            String areas = "area a WHERE state = 'ACTIVE' AND " + own(username, "a.") + " AND "
                    + (label.equals("合计") ? "true" : place(username, "a.", label));
            String committee = "EXISTS (SELECT FROM committee c WHERE c.area_id = a.id AND c.status <> 'DISSOLVED')";
            String company = "EXISTS (SELECT FROM association s WHERE s.area_id = a.id AND '" + LocalDate.now(clock)
                    + "' BETWEEN s.effective_from AND s.effective_to)";
            assertThat(List.of(
                            figures.get(0),
                            figures.get(1),
                            figures.get(2),
                            figures.get(3),
                            figures.get(4),
                            figures.get(5),
                            figures.get(7)))
                    .as(label)
                    .containsExactly(
                            count(areas),
                            count(areas + " AND " + committee + " AND " + company),
                            count(areas + " AND " + committee + " AND NOT " + company),
                            count(areas + " AND NOT " + committee + " AND " + company),
                            count(areas + " AND NOT " + committee + " AND NOT " + company),
                            count(areas + " AND " + committee),
                            count(areas + " AND " + company));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo-district", "demo-municipal"})
    void termsAndContractsAreCountedByTheQuarterInWhichTheyEnd(String username) {
        Document page = open(username, "/reports?tab=endings");
        String terms = "committee c JOIN area a ON a.id = c.area_id WHERE c.status <> 'DISSOLVED' AND "
                + own(username, "a.") + " AND c.term_end ";
        String contracts = "association s JOIN area a ON a.id = s.area_id WHERE s.end_reason IS NULL"
                + " AND NOT EXISTS (SELECT FROM association x WHERE x.area_id = s.area_id"
                + " AND x.effective_from = s.effective_to + 1 AND x.effective_to >= x.effective_from) AND "
                + own(username, "a.") + " AND s.contract_ends_on ";
        LocalDate first = LocalDate.now(clock).with(IsoFields.DAY_OF_QUARTER, 1);
        List<List<String>> expected = new ArrayList<>();
        expected.add(List.of(count(terms + "< '" + first + "'"), "—"));
        for (int quarter = 0; quarter < 8; quarter++) {
            String between = "BETWEEN '" + first.plusMonths(3L * quarter) + "' AND '"
                    + first.plusMonths(3L * quarter + 3).minusDays(1) + "'";
            expected.add(List.of(count(terms + between), count(contracts + between)));
        }
        String later = ">= '" + first.plusMonths(24) + "'";
        expected.add(List.of(count(terms + later), count(contracts + later)));

        assertThat(rows(page, "endings-quarters").values()).containsExactlyElementsOf(expected);

        String year = "BETWEEN '" + first + "' AND '" + first.plusMonths(12).minusDays(1) + "'";
        rows(page, "endings-places").forEach((label, figures) -> {
            String there = " AND " + place(username, "a.", label);
            assertThat(figures)
                    .as(label)
                    .containsExactly(
                            count(terms + "< '" + first + "'" + there),
                            count(terms + year + there),
                            count(contracts + year + there));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "demo-district, /reports",
        "demo-district, /reports?kind=COMMITTEE_REGISTRATION",
        "demo-district, /reports?kind=ENTERPRISE_REGISTRATION",
        "demo-district, /reports?tab=days",
        "demo-district, /reports?tab=returns",
        "demo-district, /reports?tab=coverage",
        "demo-district, /reports?tab=endings",
        "demo-municipal, /reports",
        "demo-municipal, /reports?tab=days&kind=COMMITTEE_REGISTRATION",
        "demo-municipal, /reports?tab=returns",
        "demo-municipal, /reports?tab=coverage",
        "demo-municipal, /reports?tab=endings",
    })
    void behindEachNumberIsAListOfSoMany(String username, String path) {
        everyNumberIsListed(username, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reports", "/reports?tab=returns", "/reports?tab=coverage", "/reports?tab=endings"})
    void soThereIsBehindTheNumbersOfADistrictAndAStreet(String path) {
        String tab = path.contains("?") ? path + "&" : path + "?";
        String district = user("demo-district").district().toString();
        String street = jdbc.sql("SELECT street_id FROM area WHERE district_id = cast(:district AS uuid) LIMIT 1")
                .param("district", district)
                .query(String.class)
                .single();

        everyNumberIsListed("demo-municipal", tab + "district=" + district);
        everyNumberIsListed("demo-municipal", tab + "district=" + district + "&street=" + street);
        everyNumberIsListed("demo-district", tab + "street=" + street);
    }

    /** The address as a browser reads it; what is asked here encodes it again. */
    private static String decoded(Element link) {
        return URLDecoder.decode(link.attr("href"), StandardCharsets.UTF_8);
    }

    /** What is counted leads to its list; shares and days are no counts. */
    private void everyNumberIsListed(String username, String path) {
        Document page = open(username, path);
        for (Element cell : page.select(".statistics tbody td")) {
            String heading = cell.attr("data-label");
            if (!heading.matches(".*(率|比例|中位数|九成).*") && !cell.text().matches("0|—")) {
                assertThat(cell.select("a"))
                        .as(path + " " + cell.parent().text() + " " + heading)
                        .hasSize(1);
            }
        }
        for (Element link : page.select(".statistics td a")) {
            Document list = open(username, decoded(link));
            assertThat(list.select(".chip-unreadable")).as(link.attr("href")).isEmpty();
            assertThat(list.selectFirst(".list-bar p strong").text())
                    .as(link.attr("href"))
                    .isEqualTo(link.text());
        }
    }

    @Test
    void theDecisionsBehindAReasonNameItAndNoOther() {
        Element reason = open("demo-district", "/reports?tab=returns").selectFirst(".statistics td a[href*=reason]");
        String words = reason.parent().parent().selectFirst("th").text();

        Document list = open("demo-district", decoded(reason));

        assertThat(list.select("tbody tr"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.text()).contains("退回修改", words));
        assertThat(list.select(".chips").text()).contains("退回原因：" + words);
        assertThat(open("demo-district", "/reports/decisions?reason=没有这个原因").text())
                .contains("没有符合条件的审核");
    }

    @Test
    void theListsGoOutAsTheyAreFiltered() {
        Pages pages = new Pages(mvc);
        CurrentUser municipal = user("demo-municipal");

        List<List<String>> applications =
                Sheets.rows(pages.get("/reports/applications/export?status=RETURNED", municipal));
        assertThat(applications.get(0)).containsExactly("受理编号", "名称", "申请类型", "位置", "最近一次提交", "办理期限", "状态");
        assertThat(applications).hasSize(1 + Integer.parseInt(count("application WHERE status = 'RETURNED'")));
        List<List<String>> decisions = Sheets.rows(pages.get("/reports/decisions/export?action=REFUSE", municipal));
        assertThat(decisions).hasSize(1 + Integer.parseInt(count("application_entry WHERE action = 'REFUSE'")));
        assertThat(pages.get("/reports/applications/export?status=XXX", municipal))
                .hasStatus(409);
    }

    @Test
    void theListsLeadOnWithoutLosingOrRepeatingARow() {
        List<String> numbers = new ArrayList<>();
        String path = "/reports/applications";
        while (!path.isEmpty()) {
            Document page = open("demo-municipal", path);
            numbers.addAll(page.select("tbody td[data-label=受理编号]").eachText());
            path = page.select("a[rel=next]").attr("href");
        }
        assertThat(numbers)
                .doesNotHaveDuplicates()
                .hasSize(Integer.parseInt(count("application")))
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"applications", "days", "returns", "coverage", "endings"})
    void aSpreadsheetSaysWhatItIsAboutInItsNameAndOnItsSheet(String tab) {
        CurrentUser municipal = user("demo-municipal");
        Document page = open("demo-municipal", "/reports?tab=" + tab);
        for (Element export : page.select(".statistics a[href*=export]")) {
            String href = export.attr("href");
            var sent = new Pages(mvc).get(href, municipal);
            String name =
                    URLDecoder.decode(sent.getResponse().getHeader("Content-Disposition"), StandardCharsets.UTF_8);
            String sheet = Sheets.name(sent);
            assertThat(sheet).as(href).hasSizeLessThanOrEqualTo(31);
            if (tab.equals("coverage") || tab.equals("endings")) {
                assertThat(sheet).contains(LocalDate.now(clock).toString());
                assertThat(name).contains("全市_统计于");
            } else {
                assertThat(sheet)
                        .contains(first() + " 至 "
                                + LocalDate.now(clock).toString().substring(0, 7));
                assertThat(name).contains("全市_" + first() + "至");
            }
        }
    }

    @Test
    void aTableGoesOutAsASpreadsheetWithTheSameFigures() {
        Document page = open("demo-municipal", "/reports?tab=coverage");
        Element export = page.selectFirst(".statistics a[href*=export]");
        List<List<String>> sheet = Sheets.rows(new Pages(mvc).get(export.attr("href"), user("demo-municipal")));

        assertThat(sheet.get(0)).startsWith("区", "物业区域", "两者都有");
        List<List<String>> figures = new ArrayList<>(rows(page, "coverage").values());
        for (int row = 0; row < figures.size(); row++) {
            assertThat(sheet.get(row + 1).get(1)).isEqualTo(figures.get(row).get(0));
            assertThat(sheet.get(row + 1).get(2)).isEqualTo(figures.get(row).get(1));
        }
    }

    @Test
    void anotherTableThanThoseThereAreIsNotFoundAndAFilterThatCantBeReadExportsNothing() {
        Pages pages = new Pages(mvc);
        CurrentUser municipal = user("demo-municipal");

        assertThat(pages.get("/reports/export?tab=coverage&table=xxx", municipal))
                .hasStatus(404);
        assertThat(pages.get("/reports/export?table=applications-months&year=1899", municipal))
                .hasStatus(409);
        Document page = pages.open("/reports?year=1899", municipal);
        assertThat(page.select(".chip-unreadable").text()).contains("无法识别的条件");
        assertThat(page.select(".statistics")).isEmpty();
        assertThat(pages.open("/reports?tab=xxx", municipal).select(".statistics"))
                .isEmpty();
    }

    @Test
    void aDistrictSeesNoOtherDistrict() {
        Document own = open("demo-district", "/reports");
        assertThat(own.select("select[name=district]")).isEmpty();
        String other = jdbc.sql("SELECT id FROM district_centre WHERE id <> :own LIMIT 1")
                .param("own", user("demo-district").district().value())
                .query(String.class)
                .single();

        Document page = open("demo-district", "/reports?district=" + other);

        assertThat(page.select(".chip-unreadable")).isNotEmpty();
        assertThat(page.select(".statistics")).isEmpty();
    }

    @Test
    void aChartSaysWhatItShowsAndTellsItsSeriesApartByPatterns() {
        Element chart = open("demo-municipal", "/reports?tab=coverage").selectFirst("svg.chart");

        assertThat(chart.attr("role")).isEqualTo("img");
        assertThat(chart.select("> title").text()).isEqualTo("各区业委会与管理单位覆盖");
        assertThat(chart.select("> desc").text()).contains("横条图", "两者都有、只有业委会、只有管理单位、两者都没有", "最长的是");
        assertThat(chart.select("pattern")).hasSize(4);
        assertThat(chart.select("text").eachText()).contains("两者都有", "两者都没有");
    }
}
