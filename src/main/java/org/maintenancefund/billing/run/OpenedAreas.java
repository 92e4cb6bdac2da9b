package org.maintenancefund.billing.run;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.run.BillingMonths.Months;
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far areas are billed and what waits in them for a second person, for the list of them: by one statement. */
@Component
@RequiredArgsConstructor
class OpenedAreas {

    private static final String SELECT = "SELECT s.area_id, s.first_month, " + BillingMonths.LAST_BILLED
            + " AS last_billed, w.bills, w.total, w.proposed_by, w.proposed_by_name,"
            + " ARRAY(SELECT m.period FROM billing_run m WHERE m.area_id = s.area_id AND m.kind = 'MISSED'"
            + " AND m.state = 'PROPOSED' ORDER BY m.period) AS missed,"
            + " (SELECT count(*) FROM bill_adjustment j JOIN named_unit u ON u.unit_id = j.unit_id"
            + " WHERE u.area_id = s.area_id AND j.state = 'PROPOSED') AS adjustments"
            + " FROM collection_start s LEFT JOIN LATERAL (SELECT r.bills, r.total, r.proposed_by, r.proposed_by_name"
            + " FROM billing_run r WHERE r.area_id = s.area_id AND r.kind = 'REGULAR' AND r.state = 'PROPOSED'"
            + " ORDER BY r.period LIMIT 1) w ON true WHERE s.area_id = ANY (:areas)";

    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * An area that is opened.
     *
     * @param waiting     the trial of its next month that waits to be confirmed, or null
     * @param missed      the billed months of which what they missed waits to be confirmed
     * @param adjustments how many wait to be confirmed, of bills of the units that it has today
     */
    record OpenedArea(Months months, @Nullable Waiting waiting, List<YearMonth> missed, int adjustments) {}

    /** What a waiting trial comes to. */
    record Waiting(int bills, Money total, UUID proposedBy, String proposedByName) {

        boolean isOf(CurrentUser user) {
            return proposedBy.equals(user.operatorId().value());
        }
    }

    /** Those of several areas; the ones that are not opened are left out. */
    Map<AreaId, OpenedArea> of(Collection<AreaId> areas) {
        Map<AreaId, OpenedArea> found = new HashMap<>();
        if (!areas.isEmpty()) {
            jdbc.sql(SELECT)
                    .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                    .query((row, i) -> found.put(new AreaId(row.getObject("area_id", UUID.class)), openedArea(row)))
                    .list();
        }
        return found;
    }

    private OpenedArea openedArea(ResultSet row) throws SQLException {
        UUID proposedBy = row.getObject("proposed_by", UUID.class);
        return new OpenedArea(
                BillingMonths.read(row, clock),
                proposedBy == null
                        ? null
                        : new Waiting(
                                row.getInt("bills"),
                                new Money(row.getLong("total")),
                                proposedBy,
                                row.getString("proposed_by_name")),
                months(row.getArray("missed")),
                row.getInt("adjustments"));
    }

    static List<YearMonth> months(Array days) throws SQLException {
        return Stream.of((Date[]) days.getArray())
                .map(day -> YearMonth.from(day.toLocalDate()))
                .toList();
    }
}
