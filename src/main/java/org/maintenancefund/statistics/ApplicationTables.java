package org.maintenancefund.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.statistics.Breakdown.Place;
import org.maintenancefund.statistics.StatisticsFigures.Submitted;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Chart;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.stereotype.Component;

/** 申请数量: applications by the month of their last submission, by kind and place, each by its state. */
@Component
@RequiredArgsConstructor
class ApplicationTables {

    private final StatisticsFigures figures;
    private final Breakdown breakdown;

    List<StatisticsTable> of(Scope scope, ListLinks links) {
        List<Submitted> counted = figures.submitted(scope);
        List<Row> months = new ArrayList<>();
        for (YearMonth month : breakdown.months(scope)) {
            ListLinks ofMonth = links.within(month.atDay(1), month.atEndOfMonth());
            months.add(states(month.toString(), counted, row -> row.month().equals(month.atDay(1)), ofMonth));
        }
        months.add(Breakdown.sum(states("", counted, row -> true, links)));
        List<Row> kinds = new ArrayList<>();
        for (ApplicationKind kind : breakdown.kinds(scope)) {
            kinds.add(states(kind.label(), counted, row -> row.kind().equals(kind.code()), links.of(kind)));
        }
        boolean outside = counted.stream().anyMatch(row -> row.place() == null);
        List<Row> places = new ArrayList<>();
        for (Place place : breakdown.places(scope, outside)) {
            places.add(states(
                    place.name(), counted, row -> Objects.equals(place.id(), row.place()), links.at(place.id())));
        }
        return Breakdown.tables(
                scope, "applications", "states", months, kinds, places, Chart.stacked(0, 1, 2, 3, 4, 5));
    }

    private static Row states(String label, List<Submitted> counted, Predicate<Submitted> wanted, ListLinks links) {
        List<Cell> cells = new ArrayList<>();
        for (ReviewStatus status : ReviewStatus.values()) {
            long count = count(counted, wanted.and(row -> row.status() == status));
            cells.add(Cell.linked(count, links.applications(Optional.of(status))));
        }
        cells.add(Cell.linked(count(counted, wanted), links.applications(Optional.empty())));
        return new Row(label, false, cells);
    }

    private static long count(List<Submitted> counted, Predicate<Submitted> wanted) {
        return counted.stream().filter(wanted).mapToLong(Submitted::count).sum();
    }
}
