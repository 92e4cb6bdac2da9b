package org.maintenancefund.statistics;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.statistics.Breakdown.Place;
import org.maintenancefund.statistics.StatisticsFigures.By;
import org.maintenancefund.statistics.StatisticsFigures.Decided;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Chart;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.stereotype.Component;

/** 办理用时 and 退回情况: decisions by month, kind and place. */
@Component
@RequiredArgsConstructor
class DecisionTables {

    private final StatisticsFigures figures;
    private final Breakdown breakdown;

    /** Makes the cells of a line; null where nothing was decided. */
    private interface Cells {
        List<Cell> of(@Nullable Decided decided, ListLinks links);
    }

    List<StatisticsTable> days(Scope scope, ListLinks links) {
        return tables(scope, links, "days", figures.decided(scope), Chart.sideBySide(1, 2), DecisionTables::days);
    }

    List<StatisticsTable> returns(Scope scope, ListLinks links) {
        List<Decided> decided = figures.decided(scope);
        List<StatisticsTable> tables = new ArrayList<>();
        tables.add(reasons(scope, links, decided));
        tables.addAll(tables(scope, links, "returns", decided, Chart.stacked(1, 2, 3), DecisionTables::outcomes));
        return tables;
    }

    private StatisticsTable reasons(Scope scope, ListLinks links, List<Decided> decided) {
        long returned = decided.stream()
                .filter(row -> row.by() == By.ALL)
                .mapToLong(Decided::returned)
                .sum();
        List<Row> reasons = figures.reasons(scope).stream()
                .map(reason -> new Row(
                        reason.reason(),
                        false,
                        List.of(
                                Cell.linked(reason.count(), links.returns(reason.reason())),
                                Breakdown.share(reason.count(), returned))))
                .toList();
        return StatisticsTable.of("reasons", "reason", "reasons", reasons, Chart.sideBySide(0));
    }

    private List<StatisticsTable> tables(
            Scope scope, ListLinks links, String key, List<Decided> decided, Chart chart, Cells cells) {
        List<Row> months = new ArrayList<>();
        for (YearMonth month : breakdown.months(scope)) {
            Decided ofMonth = find(decided, By.MONTH, row -> month.atDay(1).equals(row.month()));
            ListLinks there = links.within(month.atDay(1), month.atEndOfMonth());
            months.add(new Row(month.toString(), false, cells.of(ofMonth, there)));
        }
        months.add(Breakdown.sum(new Row("", true, cells.of(find(decided, By.ALL, row -> true), links))));
        List<Row> kinds = new ArrayList<>();
        for (ApplicationKind kind : breakdown.kinds(scope)) {
            Decided ofKind = find(decided, By.KIND, row -> kind.code().equals(row.kind()));
            kinds.add(new Row(kind.label(), false, cells.of(ofKind, links.of(kind))));
        }
        boolean outside = decided.stream().anyMatch(row -> row.by() == By.PLACE && row.place() == null);
        List<Row> places = new ArrayList<>();
        for (Place place : breakdown.places(scope, outside)) {
            Decided ofPlace = find(decided, By.PLACE, row -> Objects.equals(place.id(), row.place()));
            places.add(new Row(place.name(), false, cells.of(ofPlace, links.at(place.id()))));
        }
        return Breakdown.tables(scope, key, key, months, kinds, places, chart);
    }

    private static @Nullable Decided find(List<Decided> decided, By by, Predicate<Decided> wanted) {
        return decided.stream()
                .filter(row -> row.by() == by)
                .filter(wanted)
                .findFirst()
                .orElse(null);
    }

    private static List<Cell> days(@Nullable Decided decided, ListLinks links) {
        return List.of(
                Cell.linked(decided == null ? 0 : decided.count(), links.decisions(Optional.empty())),
                Cell.of(decided == null ? null : decided.median()),
                Cell.of(decided == null ? null : decided.most()));
    }

    private static List<Cell> outcomes(@Nullable Decided decided, ListLinks links) {
        long count = decided == null ? 0 : decided.count();
        long returned = decided == null ? 0 : decided.returned();
        return List.of(
                Cell.linked(count, links.decisions(Optional.empty())),
                Cell.linked(
                        decided == null ? 0 : decided.approved(), links.decisions(Optional.of(ReviewAction.APPROVE))),
                Cell.linked(returned, links.decisions(Optional.of(ReviewAction.RETURN))),
                Cell.linked(decided == null ? 0 : decided.refused(), links.decisions(Optional.of(ReviewAction.REFUSE))),
                Breakdown.share(returned, count));
    }
}
