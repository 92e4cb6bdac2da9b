package org.maintenancefund.collection.receipt;

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
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The areas that are or were collected in, of those that a person sees, by name, to choose one of. */
@Component
@RequiredArgsConstructor
public class ReceiptAreaList {

    private final AreasByName areas;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * An area of the list.
     *
     * @param seen    whether the person sees what is received there today; the figures are none where not
     * @param today   how many receipts are of today, reversals left out
     * @param amount  of these together, reversals taken off
     * @param waiting how many reversals wait for a second person
     */
    public record Line(AreaView area, boolean seen, long today, Money amount, long waiting) {}

    private record Figures(long today, Money amount, long waiting) {}

    /**
     * @param text  any part of the area's name, former name, address or number
     * @param where of {@code a}, the area
     * @param user  who is told today's figures: of any area where they are staff, else of those where they collect today
     */
    public Listing<Line> list(String text, Conditions where, CurrentUser user) {
        where.and("EXISTS (SELECT FROM area_collected c WHERE c.area_id = a.id)");
        return areas.list(where, text).map(found -> lines(found, user));
    }

    private List<Line> lines(List<AreaView> found, CurrentUser user) {
        Map<AreaId, Figures> figures = figures(found.stream().map(AreaView::id).toList(), user);
        return found.stream().map(area -> line(area, figures.get(area.id()))).toList();
    }

    private static Line line(AreaView area, @Nullable Figures of) {
        return of == null
                ? new Line(area, false, 0, Money.ZERO, 0)
                : new Line(area, true, of.today(), of.amount(), of.waiting());
    }

    private Map<AreaId, Figures> figures(List<AreaId> ids, CurrentUser user) {
        Map<AreaId, Figures> figures = new HashMap<>();
        jdbc.sql("SELECT a.id, (SELECT count(*) FILTER (WHERE r.reverses IS NULL) FROM receipt r"
                        + " WHERE r.area_id = a.id AND r.received_on = :today) AS today,"
                        + " (SELECT coalesce(sum(r.amount), 0) FROM receipt r"
                        + " WHERE r.area_id = a.id AND r.received_on = :today) AS amount,"
                        + " (SELECT count(*) FROM receipt_reversal v JOIN receipt r ON r.id = v.receipt_id"
                        + " WHERE v.state = 'PROPOSED' AND r.area_id = a.id) AS waiting"
                        + " FROM unnest(CAST(:areas AS uuid[])) AS a(id) WHERE :staff OR EXISTS (SELECT FROM area_collected c"
                        + " WHERE c.area_id = a.id AND :organisation IN (c.collector_id, c.enterprise_id)"
                        + " AND c.validity @> CAST(:today AS date))")
                .param("areas", ids.stream().map(AreaId::value).toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .param("staff", user.role().isStaff())
                .param("organisation", user.organisation().id())
                .query((row, i) -> figures.put(
                        new AreaId(row.getObject(1, UUID.class)),
                        new Figures(row.getLong(2), new Money(row.getLong(3)), row.getLong(4))))
                .list();
        return figures;
    }
}
