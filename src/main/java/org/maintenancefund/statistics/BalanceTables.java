package org.maintenancefund.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Chart;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 余额不足三成: households with less than 30 % of what they began with, by district, or by area of a district; as counted last night. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class BalanceTables {

    private final Districts districts;
    private final JdbcClient jdbc;

    /**
     * Households of a place.
     *
     * @param known those whose 首期原值 is
     * @param low   those of them that have less than 30 % of it
     */
    private record Households(UUID place, String name, long units, long known, long low) {

        Households(String name, List<Households> others) {
            this(
                    new UUID(0, 0),
                    name,
                    others.stream().mapToLong(Households::units).sum(),
                    others.stream().mapToLong(Households::known).sum(),
                    others.stream().mapToLong(Households::low).sum());
        }
    }

    List<StatisticsTable> of(CollectionScope scope, boolean whole, CollectionLinks links) {
        List<Households> counted = households(scope);
        List<Row> rows = scope.district().isPresent() ? areas(counted, whole, links) : districts(counted, links);
        if (!counted.isEmpty()) {
            rows.add(Breakdown.sum(row(new Households("", counted), links.lowBalances(null))));
        }
        String by = scope.district().isPresent() ? "area" : "district";
        return List.of(StatisticsTable.of(
                "balances", by, "balances", counted.isEmpty() ? List.of() : rows, Chart.labelled(2)));
    }

    private List<Row> districts(List<Households> counted, CollectionLinks links) {
        List<Row> rows = new ArrayList<>();
        for (DistrictCentre centre : districts.all()) {
            UUID id = centre.id().value();
            List<Households> own =
                    counted.stream().filter(one -> one.place().equals(id)).toList();
            rows.add(row(new Households(centre.name(), own), links.at(id).lowBalances(null)));
        }
        return rows;
    }

    /** The areas with most of them first. */
    private static List<Row> areas(List<Households> counted, boolean whole, CollectionLinks links) {
        int most = whole || counted.size() <= StageTables.MOST + 1 ? counted.size() : StageTables.MOST;
        List<Row> rows = new ArrayList<>();
        counted.subList(0, most).forEach(one -> rows.add(row(one, links.lowBalances(one.place()))));
        if (most < counted.size()) {
            List<Households> others = counted.subList(most, counted.size());
            rows.add(row(new Households(Messages.of("statistics.other-areas", others.size()), others), null));
        }
        return rows;
    }

    private List<Households> households(CollectionScope scope) {
        Conditions where = scope.at("a");
        String place = scope.district().isPresent() ? "a.id, a.name" : "a.district_id, CAST('' AS text)";
        return jdbc.sql("SELECT " + place + ", sum(l.units), sum(l.known), sum(l.low) FROM area_low_balance l"
                        + " JOIN named_area a ON a.id = l.area_id WHERE true" + where.sql()
                        + " GROUP BY 1, 2 ORDER BY 5 DESC, 2, 1")
                .params(where.params())
                .query((row, i) -> new Households(
                        row.getObject(1, UUID.class), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)))
                .list();
    }

    private static Row row(Households of, @Nullable String href) {
        return new Row(
                of.name(),
                false,
                List.of(
                        Cell.of(of.units()),
                        Cell.of(of.known()),
                        Cell.linked(of.low(), href),
                        Breakdown.share(of.low(), of.known())));
    }
}
