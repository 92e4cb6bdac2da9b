package org.maintenancefund.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.test.DemoCityTest;

/** The figures of 统计报表 beside those that the tables of the demo city come to. */
@DemoCityTest
class StatisticsFiguresTest extends FiguresOfTheCity {

    /** The condition of a row that is called by a district, a street or no place. */
    private String place(String username, String table, String label) {
        if (label.startsWith("不分街道")) {
            return table + "street_id IS NULL";
        }
        return user(username).districtIfAny().isPresent()
                ? table + "street_id IN (SELECT id FROM street WHERE name = '" + label + "')"
                : table + "district_id = (SELECT id FROM district_centre WHERE name = '" + label + "')";
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
