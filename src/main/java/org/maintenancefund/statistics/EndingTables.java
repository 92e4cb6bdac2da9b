package org.maintenancefund.statistics;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.statistics.Breakdown.Place;
import org.maintenancefund.statistics.StatisticsFigures.Ending;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Chart;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.stereotype.Component;

/** 到期情况: terms and contracts by the quarter in which they end, and by place. */
@Component
@RequiredArgsConstructor
class EndingTables {

    /** So many quarters stand for themselves, this one the first. */
    private static final int QUARTERS = 8;

    /** Of a year. */
    private static final int SOON_QUARTERS = 4;

    private final StatisticsFigures figures;
    private final Breakdown breakdown;
    private final Clock clock;

    /**
     * From a day on, and before another one; a missing one is no bound.
     *
     * @param from null for what ended before the first quarter
     */
    private record Span(@Nullable LocalDate from, @Nullable LocalDate before) {

        boolean holds(@Nullable LocalDate quarter) {
            if (quarter == null || from == null) {
                return quarter == null && from == null;
            }
            return !quarter.isBefore(from) && (before == null || quarter.isBefore(before));
        }
    }

    List<StatisticsTable> of(Scope scope, ListLinks links) {
        LocalDate first = LocalDate.now(clock).with(IsoFields.DAY_OF_QUARTER, 1);
        List<Ending> counted = figures.endings(scope, first);
        List<StatisticsTable> tables = new ArrayList<>();
        tables.add(quarters(counted, first, links));
        if (scope.street().isEmpty()) {
            tables.add(places(scope, counted, first, links));
        }
        return tables;
    }

    private static StatisticsTable quarters(List<Ending> counted, LocalDate first, ListLinks links) {
        LocalDate afterwards = first.plusMonths(3L * QUARTERS);
        List<Row> rows = new ArrayList<>();
        Span before = new Span(null, first);
        rows.add(new Row(
                Messages.of("statistics.quarter.before"),
                false,
                List.of(terms(counted, before, links), Cell.of(null))));
        for (LocalDate start = first; start.isBefore(afterwards); start = start.plusMonths(3)) {
            Span quarter = new Span(start, start.plusMonths(3));
            rows.add(new Row(
                    Messages.of("statistics.quarter", start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR)),
                    false,
                    List.of(terms(counted, quarter, links), contracts(counted, quarter, links))));
        }
        Span later = new Span(afterwards, null);
        rows.add(new Row(
                Messages.of("statistics.quarter.later"),
                false,
                List.of(terms(counted, later, links), contracts(counted, later, links))));
        return StatisticsTable.of("endings-quarters", "quarter", "endings", rows, Chart.sideBySide(0, 1));
    }

    private StatisticsTable places(Scope scope, List<Ending> counted, LocalDate first, ListLinks links) {
        Span before = new Span(null, first);
        Span soon = new Span(first, first.plusMonths(3L * SOON_QUARTERS));
        List<Row> rows = new ArrayList<>();
        for (Place place : breakdown.places(scope)) {
            List<Ending> own = counted.stream()
                    .filter(row -> row.place().equals(place.id()))
                    .toList();
            ListLinks there = links.at(place.id());
            rows.add(new Row(
                    place.name(),
                    false,
                    List.of(terms(own, before, there), terms(own, soon, there), contracts(own, soon, there))));
        }
        return StatisticsTable.of(
                "endings-places", Breakdown.placeHeading(scope), "endings-places", rows, Chart.sideBySide(0, 1, 2));
    }

    private static Cell terms(List<Ending> counted, Span span, ListLinks links) {
        return Cell.linked(count(counted, true, span), links.committees(span.from(), span.before()));
    }

    private static Cell contracts(List<Ending> counted, Span span, ListLinks links) {
        return Cell.linked(count(counted, false, span), links.contracts(span.from(), span.before()));
    }

    private static long count(List<Ending> counted, boolean term, Span span) {
        return counted.stream()
                .filter(row -> row.term() == term && span.holds(row.quarter()))
                .mapToLong(Ending::count)
                .sum();
    }
}
