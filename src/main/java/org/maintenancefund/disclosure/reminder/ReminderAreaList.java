package org.maintenancefund.disclosure.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The areas that are or were collected in, of those that a person sees, by name, and when each was reminded last. */
@Component
@RequiredArgsConstructor
public class ReminderAreaList {

    private final AreasByName areas;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * An area of the list.
     *
     * @param last  the latest batch, or null; of whoever collects there no longer it is not told
     */
    public record Line(AreaView area, @Nullable Last last) {}

    /** How far the latest batch is. */
    public record Last(LocalDate madeOn, int units, int delivered) {}

    /**
     * @param text  any part of the area's name, former name, address or number
     * @param where of {@code a}, the area
     */
    public Listing<Line> list(String text, Conditions where, CurrentUser user) {
        where.and("EXISTS (SELECT FROM area_collected c WHERE c.area_id = a.id)");
        return areas.list(where, text).map(found -> lines(found, user));
    }

    private List<Line> lines(List<AreaView> found, CurrentUser user) {
        Map<AreaId, Last> last = last(found.stream().map(AreaView::id).toList(), user);
        return found.stream().map(area -> new Line(area, last.get(area.id()))).toList();
    }

    private Map<AreaId, Last> last(List<AreaId> ids, CurrentUser user) {
        Map<AreaId, Last> last = new HashMap<>();
        jdbc.sql(
                        "SELECT a.id, b.made_on, b.units, (SELECT count(DISTINCT d.place) FROM reminder_delivery d"
                                + " WHERE d.batch = b.number AND d.voided_at IS NULL) AS delivered"
                                + " FROM unnest(CAST(:areas AS uuid[])) AS a(id) JOIN LATERAL (SELECT r.number, r.made_on, r.units"
                                + " FROM reminder_batch r WHERE r.area_id = a.id ORDER BY r.number DESC LIMIT 1) b ON true"
                                + " WHERE :staff OR EXISTS (SELECT FROM area_collected c WHERE c.area_id = a.id"
                                + " AND :organisation IN (c.collector_id, c.enterprise_id) AND c.validity @> CAST(:today AS date))")
                .param("areas", ids.stream().map(AreaId::value).toArray(UUID[]::new))
                .param("staff", user.role().isStaff())
                .param("organisation", user.organisation().id())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> last.put(
                        new AreaId(row.getObject(1, UUID.class)),
                        new Last(row.getObject(2, LocalDate.class), row.getInt(3), row.getInt(4))))
                .list();
        return last;
    }
}
