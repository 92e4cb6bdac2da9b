package org.maintenancefund.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationDefinition;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Chart;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rows that tables of figures have: the months, kinds and places of a scope, each there whether or not anything was counted. */
@Component
@RequiredArgsConstructor
class Breakdown {

    private final Districts districts;
    private final ObjectProvider<ApplicationDefinition<?, ?>> definitions;
    private final Clock clock;

    /**
     * A district or a street.
     *
     * @param id null for all that lies in none of them
     */
    record Place(@Nullable UUID id, String name) {

        /** What lies in no street: a company. */
        static Place none() {
            return new Place(null, Messages.of("statistics.place.none"));
        }
    }

    /** The kinds of application, in their order. */
    List<ApplicationKind> kinds() {
        return definitions
                .orderedStream()
                .<ApplicationKind>map(ApplicationDefinition::kind)
                .toList();
    }

    List<ApplicationKind> kinds(Scope scope) {
        return scope.kind().map(List::of).orElseGet(this::kinds);
    }

    /** Those that are over or have begun. */
    List<YearMonth> months(Scope scope) {
        YearMonth now = YearMonth.now(clock);
        return Stream.iterate(
                        YearMonth.from(scope.first()),
                        month -> !month.isAfter(YearMonth.from(scope.last())) && !month.isAfter(now),
                        month -> month.plusMonths(1))
                .toList();
    }

    /** The city's districts, a district's streets, or the one street that is chosen. */
    List<Place> places(Scope scope) {
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

    /**
     * The same.
     *
     * @param outside whether there is something that lies in none of them
     */
    List<Place> places(Scope scope, boolean outside) {
        List<Place> places = new ArrayList<>(places(scope));
        if (outside) {
            places.add(Place.none());
        }
        return places;
    }

    /** What a row by place is called. */
    static String placeHeading(Scope scope) {
        return scope.district().isPresent() ? "street" : "district";
    }

    /** Tables by month, by kind unless one is chosen, and by place unless a street is. */
    static List<StatisticsTable> tables(
            Scope scope, String key, String columns, List<Row> months, List<Row> kinds, List<Row> places, Chart chart) {
        List<StatisticsTable> tables = new ArrayList<>();
        tables.add(StatisticsTable.of(key + "-months", "month", columns, months, chart));
        if (scope.kind().isEmpty()) {
            tables.add(StatisticsTable.of(key + "-kinds", "kind", columns, kinds, chart));
        }
        if (scope.street().isEmpty()) {
            tables.add(StatisticsTable.of(key + "-places", placeHeading(scope), columns, places, chart));
        }
        return tables;
    }

    static Row sum(Row row) {
        return new Row(Messages.of("statistics.sum"), true, row.cells());
    }

    static Cell share(long part, long whole) {
        return Cell.percent(
                whole == 0
                        ? null
                        : BigDecimal.valueOf(100 * part).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP));
    }
}
