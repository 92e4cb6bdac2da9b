package org.maintenancefund.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.test.Pages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The pages of 统计报表 as people open them, and their tables by rows. */
abstract class FiguresOfTheCity {

    static final String MONTH = "to_char(%s AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM')";

    /** All of the last twelve months. */
    static final String RECENT = MONTH + " >= '%s'";

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

    CurrentUser user(String name) {
        return users.of(operators.findByUsername(name).orElseThrow(), false);
    }

    Document open(String username, String path) {
        return new Pages(mvc).open(path, user(username));
    }

    /** The figures of a table by the names of its rows. */
    static Map<String, List<String>> rows(Document page, String key) {
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

    String first() {
        return LocalDate.now(clock).minusMonths(11).toString().substring(0, 7);
    }

    String recent(String column) {
        return RECENT.formatted(column, first());
    }

    /** What a person sees: the own district, or everything. */
    String own(String username, String table) {
        return user(username)
                .districtIfAny()
                .map(district -> table + "district_id = '" + district.value() + "'")
                .orElse("true");
    }

    String kind(String table, String label) {
        return table + "kind = '"
                + tables.kinds().stream()
                        .filter(kind -> kind.label().equals(label))
                        .map(ApplicationKind::code)
                        .findFirst()
                        .orElseThrow()
                + "'";
    }

    String count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from)
                .query(Long.class)
                .single()
                .toString();
    }

    String decisions(String username) {
        return "application_entry e JOIN application a USING (number) WHERE " + own(username, "a.") + " AND "
                + recent("e.at") + " AND e.action IN ('APPROVE', 'RETURN', 'REFUSE') AND ";
    }

    void days(List<String> figures, String from) {
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
    static String partOf(List<Integer> days, double part) {
        return days.isEmpty()
                ? "—"
                : days.get((int) Math.ceil(part * days.size()) - 1).toString();
    }

    static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(0.0501);
    }
}
