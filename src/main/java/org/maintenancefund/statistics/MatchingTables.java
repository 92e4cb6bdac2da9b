package org.maintenancefund.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Chart;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 自动匹配: of the lines that pay slips, how many the system matched by itself; and what still waits. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class MatchingTables {

    private final JdbcClient jdbc;

    /**
     * Lines of the bank.
     *
     * @param month     null for all of them
     * @param system    what pays slips, matched by the system alone
     * @param confirmed proposed by it and confirmed
     * @param person    said by people
     * @param proposed  what waits for a second person
     * @param open      what nobody has said anything about
     */
    private record Lines(
            @Nullable YearMonth month, long system, long confirmed, long person, long proposed, long open) {

        static final Lines NONE = new Lines(null, 0, 0, 0, 0, 0);
    }

    List<StatisticsTable> of(CollectionScope scope, CollectionLinks links) {
        List<Lines> counted = lines(scope);
        List<Row> rows = new ArrayList<>();
        counted.forEach(lines -> {
            YearMonth month = lines.month();
            if (month != null) {
                rows.add(row(month.toString(), lines, links.in(month)));
            }
        });
        if (!rows.isEmpty()) {
            Lines all = counted.stream()
                    .filter(lines -> lines.month() == null)
                    .findFirst()
                    .orElse(Lines.NONE);
            rows.add(Breakdown.sum(row("", all, links)));
        }
        return List.of(StatisticsTable.of("matching", "month", "matching", rows, Chart.stacked(1, 2, 3)));
    }

    private List<Lines> lines(CollectionScope scope) {
        return jdbc.sql("SELECT month_of(l.day), count(*) FILTER (WHERE l.kind = 'REMITTANCE' AND l.basis = 'NUMBER'),"
                        + " count(*) FILTER (WHERE l.kind = 'REMITTANCE' AND l.basis IN ('PART', 'PAYER', 'COMBINATION')),"
                        + " count(*) FILTER (WHERE l.kind = 'REMITTANCE' AND l.basis = 'PERSON'),"
                        + " count(*) FILTER (WHERE l.state = 'PROPOSED'), count(*) FILTER (WHERE l.state = 'OPEN')"
                        + " FROM bank_line_told l WHERE l.day BETWEEN :first AND :last"
                        + " GROUP BY GROUPING SETS ((month_of(l.day)), ()) ORDER BY 1")
                .param("first", scope.first().atDay(1))
                .param("last", scope.last().atEndOfMonth())
                .query((row, i) -> {
                    LocalDate month = row.getObject(1, LocalDate.class);
                    return new Lines(
                            month == null ? null : YearMonth.from(month),
                            row.getLong(2),
                            row.getLong(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6));
                })
                .list();
    }

    private static Row row(String label, Lines lines, CollectionLinks links) {
        long remittances = lines.system() + lines.confirmed() + lines.person();
        return new Row(
                label,
                false,
                List.of(
                        Cell.linked(remittances, links.remittances()),
                        Cell.linked(lines.system(), links.lines("matched", "SYSTEM")),
                        Cell.linked(lines.confirmed(), links.lines("matched", "CONFIRMED")),
                        Cell.linked(lines.person(), links.lines("matched", "PERSON")),
                        Breakdown.share(lines.system(), remittances),
                        Cell.linked(lines.proposed(), links.lines("state", "PROPOSED")),
                        Cell.linked(lines.open(), links.lines("state", "OPEN"))));
    }
}
