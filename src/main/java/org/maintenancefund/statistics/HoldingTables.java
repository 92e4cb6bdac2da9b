package org.maintenancefund.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.statistics.CollectionGroup.By;
import org.maintenancefund.statistics.CollectionScope.Company;
import org.maintenancefund.statistics.HoldingFigures.Arrived;
import org.maintenancefund.statistics.HoldingFigures.Held;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Chart;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.stereotype.Component;

/** 持有天数: how long companies held what reached the account, by month, and by district and company beside what they hold today. */
@Component
@RequiredArgsConstructor
class HoldingTables {

    private final HoldingFigures figures;
    private final Districts districts;

    /** What is known of a company. */
    private record OfCompany(
            Company company,
            @Nullable Arrived arrived,
            @Nullable Held held) {

        long late() {
            return held == null ? 0 : held.late();
        }

        int days() {
            return held == null || held.most() == null ? -1 : held.most();
        }
    }

    List<StatisticsTable> of(CollectionScope scope, boolean whole, CollectionLinks links) {
        List<Arrived> arrived = figures.arrived(scope);
        List<Held> held = figures.held(scope);
        List<StatisticsTable> tables = new ArrayList<>();
        tables.add(months(arrived, scope, links));
        if (scope.district().isEmpty()) {
            tables.add(districts(arrived, held, links));
        }
        tables.add(companies(arrived, held, whole, links));
        return tables;
    }

    private static StatisticsTable months(List<Arrived> arrived, CollectionScope scope, CollectionLinks links) {
        List<Row> rows = new ArrayList<>();
        scope.months()
                .forEach(month -> find(arrived, of -> of.by() == By.MONTH && month.equals(of.month()))
                        .ifPresent(one -> rows.add(new Row(month.toString(), false, arrived(one, links.in(month))))));
        return StatisticsTable.of("held-months", "month", "held-months", rows, Chart.labelled(2, 3));
    }

    private StatisticsTable districts(List<Arrived> arrived, List<Held> held, CollectionLinks links) {
        List<Row> rows = new ArrayList<>();
        for (DistrictCentre centre : districts.all()) {
            UUID id = centre.id().value();
            Arrived came = find(arrived, of -> of.by() == By.DISTRICT && id.equals(of.district()))
                    .orElse(null);
            Held now = held.stream()
                    .filter(one ->
                            one.of().by() == By.DISTRICT && id.equals(one.of().district()))
                    .findFirst()
                    .orElse(null);
            rows.add(new Row(centre.name(), false, both(came, now, links.at(id))));
        }
        return StatisticsTable.of("held-districts", "district", "held", rows, Chart.labelled(2, 3, 5));
    }

    /** Who is late in most areas comes first, then who holds longest. */
    private static StatisticsTable companies(
            List<Arrived> arrived, List<Held> held, boolean whole, CollectionLinks links) {
        Map<UUID, Company> named = new LinkedHashMap<>();
        held.forEach(one -> name(named, one.of()));
        arrived.forEach(one -> name(named, one.of()));
        List<OfCompany> sorted = named.values().stream()
                .map(company -> new OfCompany(
                        company,
                        find(arrived, of -> of.by() == By.COMPANY && company.equals(of.company()))
                                .orElse(null),
                        held.stream()
                                .filter(one -> one.of().by() == By.COMPANY
                                        && company.equals(one.of().company()))
                                .findFirst()
                                .orElse(null)))
                .sorted(Comparator.comparingLong(OfCompany::late)
                        .thenComparingInt(OfCompany::days)
                        .reversed())
                .toList();
        List<Row> rows = sorted.stream()
                .limit(whole ? sorted.size() : StageTables.MOST)
                .map(one ->
                        new Row(one.company().name(), false, both(one.arrived(), one.held(), links.of(one.company()))))
                .toList();
        return StatisticsTable.of("held-companies", "company", "held", rows, Chart.labelled(2, 3, 5))
                .leavingOut(sorted.size() - rows.size());
    }

    private static void name(Map<UUID, Company> named, CollectionGroup of) {
        Company company = of.company();
        if (of.by() == By.COMPANY && company != null) {
            named.putIfAbsent(company.id(), company);
        }
    }

    private static Optional<Arrived> find(List<Arrived> arrived, Predicate<CollectionGroup> wanted) {
        return arrived.stream().filter(one -> wanted.test(one.of())).findFirst();
    }

    private static List<Cell> both(@Nullable Arrived arrived, @Nullable Held held, CollectionLinks links) {
        List<Cell> cells = new ArrayList<>(
                arrived == null
                        ? List.of(Cell.of(0), Cell.of(null), Cell.of(null), Cell.of(null))
                        : arrived(arrived, links));
        cells.add(held == null ? Cell.of(0) : Cell.linked(held.pairs(), links.held()));
        cells.add(Cell.of(held == null ? null : held.most()));
        cells.add(held == null ? Cell.of(0) : Cell.linked(held.late(), links.late()));
        return cells;
    }

    private static List<Cell> arrived(Arrived arrived, CollectionLinks links) {
        return List.of(
                Cell.linked(arrived.slips(), links.arrived()),
                Cell.money(arrived.amount(), links.arrived()),
                Cell.of(arrived.average()),
                Cell.of(arrived.most()));
    }
}
