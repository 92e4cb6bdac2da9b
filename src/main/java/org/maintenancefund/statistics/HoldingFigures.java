package org.maintenancefund.statistics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.collection.remittance.RemittanceDays;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long companies held what reached the account, and what they hold today. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
class HoldingFigures {

    private final RemittanceDays days;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * What reached the account as whole slips.
     *
     * @param average for how many days it was held, each yuan counted alike
     * @param most    for how many its earliest receipt was
     */
    record Arrived(CollectionGroup of, long slips, Money amount, BigDecimal average, long most) {}

    /**
     * What is held today, by areas and companies.
     *
     * @param pairs how many of them
     * @param most  for how many days by now; null where all of it has reached the account and waits to be booked
     * @param late  of how many something is past its day
     */
    record Held(CollectionGroup of, long pairs, @Nullable Integer most, long late) {}

    List<Arrived> arrived(CollectionScope scope) {
        Conditions where = scope.within("a", "m.enterprise_id", "m.arrived_month");
        return jdbc.sql(CollectionGroup.named(
                        "SELECT grouping(m.arrived_month, a.district_id, m.enterprise_id) AS sets, m.arrived_month AS month,"
                                + " a.district_id AS district, m.enterprise_id AS company, count(DISTINCT m.slip) AS slips,"
                                + " sum(m.amount) AS amount, round(sum(m.held) / sum(m.amount), 1) AS average,"
                                + " max(m.arrived_on - m.first_day) AS most FROM remitted_declaration m"
                                + " JOIN named_area a ON a.id = m.area_id WHERE true" + where.sql()
                                + " GROUP BY GROUPING SETS ((m.arrived_month), (a.district_id), (m.enterprise_id), ())"
                                + " HAVING count(*) > 0"))
                .params(where.params())
                .query((row, i) -> new Arrived(
                        CollectionGroup.read(row),
                        row.getLong("slips"),
                        new Money(row.getLong("amount")),
                        row.getBigDecimal("average"),
                        row.getLong("most")))
                .list();
    }

    /** As things stand, whatever the months. */
    List<Held> held(CollectionScope scope) {
        Conditions where = scope.in("a", "m.enterprise_id")
                .bind("today", LocalDate.now(clock))
                .bind("late_before", days.lateBefore().orElse(LocalDate.EPOCH));
        return jdbc.sql(CollectionGroup.named(
                        "SELECT 4 + grouping(a.district_id, m.enterprise_id) AS sets, CAST(NULL AS date) AS month,"
                                + " a.district_id AS district, m.enterprise_id AS company, count(*) AS pairs,"
                                + " CAST(:today AS date) - min(m.since) AS most,"
                                + " count(*) FILTER (WHERE m.since < CAST(:late_before AS date)) AS late"
                                + " FROM held_since m JOIN named_area a ON a.id = m.area_id WHERE true" + where.sql()
                                + " GROUP BY GROUPING SETS ((a.district_id), (m.enterprise_id), ())"))
                .params(where.params())
                .query((row, i) -> new Held(
                        CollectionGroup.read(row),
                        row.getLong("pairs"),
                        row.getObject("most", Integer.class),
                        row.getLong("late")))
                .list();
    }
}
