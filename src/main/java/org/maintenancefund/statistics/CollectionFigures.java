package org.maintenancefund.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.statistics.CollectionScope.Company;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was billed, received, remitted and booked: a statement for months, districts and companies together. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class CollectionFigures {

    /** Of {@code m}, rows of the view {@code collection_month}. */
    static final String SUMS = "coalesce(sum(m.billed), 0) AS billed, coalesce(sum(m.collected), 0) AS collected,"
            + " coalesce(sum(m.remitted), 0) AS remitted, coalesce(sum(m.booked), 0) AS booked";

    private static final String FROM = " FROM collection_month m JOIN named_area a ON a.id = m.area_id WHERE true";

    private final JdbcClient jdbc;

    /** The four stages of a month, a district, a company, or all. */
    record Staged(CollectionGroup of, Stages stages) {}

    List<Staged> stages(CollectionScope scope) {
        Conditions where = scope.within("a", "m.enterprise_id", "m.month");
        return jdbc.sql(CollectionGroup.named(
                        "SELECT grouping(m.month, a.district_id, m.enterprise_id) AS sets, m.month, a.district_id AS district,"
                                + " m.enterprise_id AS company, " + SUMS + FROM + where.sql()
                                + " GROUP BY GROUPING SETS ((m.month), (a.district_id), (m.enterprise_id), ())"))
                .params(where.params())
                .query((row, i) -> new Staged(CollectionGroup.read(row), stages(row)))
                .list();
    }

    /** All of it together. */
    Stages sum(CollectionScope scope) {
        Conditions where = scope.within("a", "m.enterprise_id", "m.month");
        return jdbc.sql("SELECT " + SUMS + FROM + where.sql())
                .params(where.params())
                .query((row, i) -> stages(row))
                .single();
    }

    /** Those that collect or did, by name. */
    List<Company> companies(Optional<DistrictCentre> district) {
        Conditions where = new Conditions()
                .equal("a.district_id", district.map(centre -> centre.id().value()));
        return jdbc.sql(
                        "SELECT o.id, o.name FROM organisation o WHERE o.id IN (SELECT c.enterprise_id FROM area_collected c"
                                + " JOIN named_area a ON a.id = c.area_id WHERE true" + where.sql()
                                + ") ORDER BY o.sort_key, o.id")
                .params(where.params())
                .query((row, i) -> new Company(row.getObject(1, UUID.class), row.getString(2)))
                .list();
    }

    static Stages stages(ResultSet row) throws SQLException {
        return new Stages(
                new Money(row.getLong("billed")),
                new Money(row.getLong("collected")),
                new Money(row.getLong("remitted")),
                new Money(row.getLong("booked")));
    }
}
