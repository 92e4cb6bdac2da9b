package org.maintenancefund.statistics;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.statistics.Breakdown.Place;
import org.maintenancefund.statistics.StatisticsFigures.Coverage;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Chart;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.stereotype.Component;

/** 覆盖情况: the areas of today with a committee, with a company or office, with both. */
@Component
@RequiredArgsConstructor
class CoverageTables {

    private final StatisticsFigures figures;
    private final Breakdown breakdown;

    List<StatisticsTable> of(Scope scope, ListLinks links) {
        List<Coverage> counted = figures.coverage(scope);
        List<Row> rows = new ArrayList<>();
        for (Place place : breakdown.places(scope)) {
            List<Coverage> own = counted.stream()
                    .filter(row -> row.place().equals(place.id()))
                    .toList();
            rows.add(covered(place.name(), own, links.at(place.id())));
        }
        rows.add(Breakdown.sum(covered("", counted, links)));
        return List.of(StatisticsTable.of(
                "coverage", Breakdown.placeHeading(scope), "coverage", rows, Chart.stacked(1, 2, 3, 4)));
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
                        Breakdown.share(both + committee, all),
                        Cell.linked(both + company, links.areas(null, true)),
                        Breakdown.share(both + company, all)));
    }
}
