package org.maintenancefund.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.statistics.StatisticsFigures.By;
import org.maintenancefund.statistics.StatisticsFigures.Coverage;
import org.maintenancefund.statistics.StatisticsFigures.Decided;
import org.maintenancefund.statistics.StatisticsFigures.Ending;
import org.maintenancefund.statistics.StatisticsFigures.Submitted;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Chart;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts figures into tables: a line for each month, kind and place there is, also where nothing was counted. */
@Component
@RequiredArgsConstructor
public class StatisticsTables {

    /** So many quarters stand for themselves, this one the first. */
    private static final int QUARTERS = 8;

    /** Of a year. */
    private static final int SOON_QUARTERS = 4;

    /**
     * A district or a street.
     *
     * @param id null for all that lies in none of them
     */
    private record Place(@Nullable UUID id, String name) {}

    private final StatisticsFigures figures;
    private final Districts districts;
    private final ObjectProvider<ApplicationDefinition<?, ?>> definitions;
    private final Clock clock;

    /** The kinds of application, in their order. */
    public List<ApplicationKind> kinds() {
        return definitions
                .orderedStream()
                .<ApplicationKind>map(ApplicationDefinition::kind)
                .toList();
    }

    /** The tables of a part of the page; their links lead where that person may go. */
    public List<StatisticsTable> of(StatisticsTab tab, Scope scope, CurrentUser user) {
        ListLinks links = new ListLinks(scope, user);
        return switch (tab) {
            case APPLICATIONS -> applications(scope, links);
            case DAYS -> days(scope);
            case RETURNS -> returns(scope);
            case COVERAGE -> coverage(scope, links);
            case ENDINGS -> endings(scope, links);
        };
    }

    private List<StatisticsTable> applications(Scope scope, ListLinks links) {
        List<Submitted> counted = figures.submitted(scope);
        List<Row> months = new ArrayList<>();
        for (YearMonth month : months(scope)) {
            ListLinks ofMonth = links.within(month.atDay(1), month.atEndOfMonth());
            months.add(states(month.toString(), counted, row -> row.month().equals(month.atDay(1)), ofMonth));
        }
        months.add(sum(states("", counted, row -> true, links)));
        List<Row> kinds = new ArrayList<>();
        for (ApplicationKind kind : kinds(scope)) {
            kinds.add(states(kind.label(), counted, row -> row.kind().equals(kind.code()), links.of(kind)));
        }
        boolean outside = counted.stream().anyMatch(row -> row.place() == null);
        List<Row> places = new ArrayList<>();
        for (Place place : places(scope, outside)) {
            places.add(states(
                    place.name(), counted, row -> Objects.equals(place.id(), row.place()), links.at(place.id())));
        }
        return tables(scope, "applications", "states", months, kinds, places, Chart.stacked(0, 1, 2, 3, 4, 5));
    }

    private static Row states(String label, List<Submitted> counted, Predicate<Submitted> wanted, ListLinks links) {
        List<Cell> cells = new ArrayList<>();
        for (ReviewStatus status : ReviewStatus.values()) {
            long count = count(counted, wanted.and(row -> row.status() == status));
            cells.add(Cell.linked(count, links.queue(Optional.of(status))));
        }
        cells.add(Cell.linked(count(counted, wanted), links.queue(Optional.empty())));
        return new Row(label, false, cells);
    }

    private static long count(List<Submitted> counted, Predicate<Submitted> wanted) {
        return counted.stream().filter(wanted).mapToLong(Submitted::count).sum();
    }

    private List<StatisticsTable> days(Scope scope) {
        return ofDecisions(scope, "days", figures.decided(scope), Chart.sideBySide(1, 2));
    }

    private List<StatisticsTable> returns(Scope scope) {
        List<Decided> decided = figures.decided(scope);
        List<StatisticsTable> tables = new ArrayList<>(ofDecisions(scope, "returns", decided, Chart.stacked(1, 2, 3)));
        long returned = decided.stream()
                .filter(row -> row.by() == By.ALL)
                .mapToLong(Decided::returned)
                .sum();
        List<Row> reasons =
                figures
                        .reasons(scope, Messages.of("statistics.reason.marked"), Messages.of("statistics.reason.told"))
                        .stream()
                        .map(reason -> new Row(
                                reason.reason(),
                                false,
                                List.of(Cell.of(reason.count()), share(reason.count(), returned))))
                        .toList();
        tables.add(0, StatisticsTable.of("reasons", "reason", "reasons", reasons, Chart.sideBySide(0)));
        return tables;
    }

    private List<StatisticsTable> ofDecisions(Scope scope, String key, List<Decided> decided, Chart chart) {
        List<Row> months = new ArrayList<>();
        for (YearMonth month : months(scope)) {
            months.add(decisions(
                    key,
                    month.toString(),
                    decided,
                    By.MONTH,
                    row -> month.atDay(1).equals(row.month())));
        }
        months.add(sum(decisions(key, "", decided, By.ALL, row -> true)));
        List<Row> kinds = new ArrayList<>();
        for (ApplicationKind kind : kinds(scope)) {
            kinds.add(decisions(
                    key, kind.label(), decided, By.KIND, row -> kind.code().equals(row.kind())));
        }
        boolean outside = decided.stream().anyMatch(row -> row.by() == By.PLACE && row.place() == null);
        List<Row> places = new ArrayList<>();
        for (Place place : places(scope, outside)) {
            places.add(decisions(key, place.name(), decided, By.PLACE, row -> Objects.equals(place.id(), row.place())));
        }
        return tables(scope, key, key, months, kinds, places, chart);
    }

    private static Row decisions(String key, String label, List<Decided> decided, By by, Predicate<Decided> wanted) {
        Optional<Decided> found =
                decided.stream().filter(row -> row.by() == by).filter(wanted).findFirst();
        long count = found.map(Decided::count).orElse(0L);
        if (key.equals("days")) {
            boolean none = count == 0;
            return new Row(
                    label,
                    false,
                    List.of(
                            Cell.of(count),
                            Cell.of(none ? null : found.get().median()),
                            Cell.of(none ? null : found.get().most())));
        }
        long returned = found.map(Decided::returned).orElse(0L);
        return new Row(
                label,
                false,
                List.of(
                        Cell.of(count),
                        Cell.of(found.map(Decided::approved).orElse(0L)),
                        Cell.of(returned),
                        Cell.of(found.map(Decided::refused).orElse(0L)),
                        share(returned, count)));
    }

    /** By month, by kind unless one is chosen, and by place unless a street is. */
    private static List<StatisticsTable> tables(
            Scope scope, String key, String columns, List<Row> months, List<Row> kinds, List<Row> places, Chart chart) {
        List<StatisticsTable> tables = new ArrayList<>();
        tables.add(StatisticsTable.of(key + "-months", "month", columns, months, chart));
        if (scope.kind().isEmpty()) {
            tables.add(StatisticsTable.of(key + "-kinds", "kind", columns, kinds, chart));
        }
        if (scope.street().isEmpty()) {
            tables.add(StatisticsTable.of(key + "-places", rowsOfPlaces(scope), columns, places, chart));
        }
        return tables;
    }

    private List<StatisticsTable> coverage(Scope scope, ListLinks links) {
        List<Coverage> counted = figures.coverage(scope);
        List<Row> rows = new ArrayList<>();
        for (Place place : places(scope)) {
            List<Coverage> own = counted.stream()
                    .filter(row -> row.place().equals(place.id()))
                    .toList();
            rows.add(covered(place.name(), own, links.at(place.id())));
        }
        rows.add(sum(covered("", counted, links)));
        return List.of(
                StatisticsTable.of("coverage", rowsOfPlaces(scope), "coverage", rows, Chart.stacked(1, 2, 3, 4)));
    }

    private static Row covered(String label, List<Coverage> counted, ListLinks links) {
        long both = counted.stream().mapToLong(Coverage::both).sum();
        long committee = counted.stream().mapToLong(Coverage::committeeOnly).sum();
        long company = counted.stream().mapToLong(Coverage::companyOnly).sum();
        long neither = counted.stream().mapToLong(Coverage::neither).sum();
        long all = both + committee + company + neither;
        return new Row(
                label,
                false,
                List.of(
                        Cell.linked(all, links.areas(null, null)),
                        Cell.linked(both, links.areas(true, true)),
                        Cell.linked(committee, links.areas(true, false)),
                        Cell.linked(company, links.areas(false, true)),
                        Cell.linked(neither, links.areas(false, false)),
                        Cell.linked(both + committee, links.areas(true, null)),
                        share(both + committee, all),
                        Cell.linked(both + company, links.areas(null, true)),
                        share(both + company, all)));
    }

    private List<StatisticsTable> endings(Scope scope, ListLinks links) {
        LocalDate first = LocalDate.now(clock).with(IsoFields.DAY_OF_QUARTER, 1);
        LocalDate afterwards = first.plusMonths(3L * QUARTERS);
        LocalDate soon = first.plusMonths(3L * SOON_QUARTERS);
        List<Ending> counted = figures.endings(scope, first);
        List<Row> quarters = new ArrayList<>();
        quarters.add(new Row(
                Messages.of("statistics.quarter.before"),
                false,
                List.of(terms(counted, null, first, null, links), Cell.of(null))));
        for (LocalDate start = first; start.isBefore(afterwards); start = start.plusMonths(3)) {
            LocalDate next = start.plusMonths(3);
            String label = Messages.of("statistics.quarter", start.getYear(), start.get(IsoFields.QUARTER_OF_YEAR));
            quarters.add(new Row(
                    label,
                    false,
                    List.of(terms(counted, start, next, null, links), contracts(counted, start, next, null))));
        }
        quarters.add(new Row(
                Messages.of("statistics.quarter.later"),
                false,
                List.of(terms(counted, afterwards, null, null, links), contracts(counted, afterwards, null, null))));
        List<StatisticsTable> tables = new ArrayList<>();
        tables.add(StatisticsTable.of("endings-quarters", "quarter", "endings", quarters, Chart.sideBySide(0, 1)));
        if (scope.street().isEmpty()) {
            List<Row> places = new ArrayList<>();
            for (Place place : places(scope)) {
                ListLinks there = links.at(place.id());
                places.add(new Row(
                        place.name(),
                        false,
                        List.of(
                                terms(counted, null, first, place, there),
                                terms(counted, first, soon, place, there),
                                contracts(counted, first, soon, place))));
            }
            tables.add(StatisticsTable.of(
                    "endings-places", rowsOfPlaces(scope), "endings-places", places, Chart.sideBySide(0, 1, 2)));
        }
        return tables;
    }

    /** From a day, included, to another one; a missing day is no bound. */
    private static Cell terms(
            List<Ending> counted,
            @Nullable LocalDate from,
            @Nullable LocalDate before,
            @Nullable Place place,
            ListLinks links) {
        return Cell.linked(ending(counted, true, from, before, place), links.committees(from, before));
    }

    private static Cell contracts(
            List<Ending> counted, LocalDate from, @Nullable LocalDate before, @Nullable Place place) {
        return Cell.of(ending(counted, false, from, before, place));
    }

    private static long ending(
            List<Ending> counted,
            boolean term,
            @Nullable LocalDate from,
            @Nullable LocalDate before,
            @Nullable Place place) {
        return counted.stream()
                .filter(row -> row.term() == term)
                .filter(row -> place == null || row.place().equals(place.id()))
                .filter(row -> row.quarter() == null
                        ? from == null
                        : from != null
                                && !row.quarter().isBefore(from)
                                && (before == null || row.quarter().isBefore(before)))
                .mapToLong(Ending::count)
                .sum();
    }

    private static Cell share(long part, long whole) {
        return Cell.percent(
                whole == 0
                        ? null
                        : BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }

    private static Row sum(Row row) {
        return new Row(Messages.of("statistics.sum"), true, row.cells());
    }

    /** Those that are over or have begun. */
    private List<YearMonth> months(Scope scope) {
        YearMonth now = YearMonth.now(clock);
        return Stream.iterate(
                        YearMonth.from(scope.first()),
                        month -> !month.isAfter(YearMonth.from(scope.last())) && !month.isAfter(now),
                        month -> month.plusMonths(1))
                .toList();
    }

    private List<ApplicationKind> kinds(Scope scope) {
        return scope.kind().map(List::of).orElseGet(this::kinds);
    }

    private static String rowsOfPlaces(Scope scope) {
        return scope.district().isPresent() ? "street" : "district";
    }

    private List<Place> places(Scope scope) {
        if (scope.street().isPresent()) {
            return scope.street().stream()
                    .map(street -> new Place(street.id().value(), street.name()))
                    .toList();
        }
        return scope.district()
                .map(centre -> centre.streetsByName().stream()
                        .map(street -> new Place(street.id().value(), street.name()))
                        .toList())
                .orElseGet(() -> districts.all().stream()
                        .map(centre -> new Place(centre.id().value(), centre.name()))
                        .toList());
    }

    private List<Place> places(Scope scope, boolean outside) {
        List<Place> places = new ArrayList<>(places(scope));
        if (outside) {
            places.add(new Place(null, Messages.of("statistics.place.none")));
        }
        return places;
    }
}
