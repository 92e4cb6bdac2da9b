package org.maintenancefund.collection.receipt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In how many areas a 冲正 waits for somebody else than who proposed it: on the workbench, and as the condition of the list behind that
 * number. The company that received the money confirms, as long as it collects there; of what is booked the district.
 */
@Component
@Order(48)
@RequiredArgsConstructor
public class ReversalTodos implements TodoSource {

    private static final String WAITING =
            "v.state = 'PROPOSED' AND v.proposed_by <> :person AND EXISTS (SELECT FROM area_collected c"
                    + " WHERE c.area_id = r.area_id AND c.enterprise_id = r.enterprise_id"
                    + " AND :organisation IN (c.collector_id, c.enterprise_id) AND c.validity @> CAST(:today AS date)"
                    + " AND NOT EXISTS (SELECT FROM organisation o WHERE o.id IN (c.enterprise_id, c.collector_id) AND o.state <> 'ACTIVE'))";

    private static final String BOOKED =
            "EXISTS (SELECT FROM receipt_way w WHERE w.receipt_id = r.id AND w.declaration_state = 'BOOKED')";

    /** What the household has in the books waits for the district {@code :own_district}. */
    public static final String OF_DISTRICT = " FROM receipt_reversal v JOIN receipt r ON r.id = v.receipt_id"
            + " JOIN named_area n ON n.id = r.area_id WHERE v.state = 'PROPOSED' AND v.proposed_by <> :person AND "
            + BOOKED + " AND n.district_id = :own_district";

    private static final String FROM =
            " FROM receipt_reversal v JOIN receipt r ON r.id = v.receipt_id WHERE " + WAITING + " AND NOT " + BOOKED;

    private final JdbcClient jdbc;
    private final Clock clock;

    private record Waiting(long areas, long reversals) {}

    /** Narrows a list of areas {@code a} down to those where one waits for that person. */
    public Conditions narrow(Conditions areas, CurrentUser user) {
        if (user.is(Role.DISTRICT_STAFF)) {
            return areas.and("EXISTS (SELECT" + OF_DISTRICT + " AND r.area_id = a.id)")
                    .bind("own_district", user.districtIfAny().orElseThrow().value())
                    .bind("person", user.operatorId().value());
        }
        return areas.and("EXISTS (SELECT" + FROM + " AND r.area_id = a.id)")
                .bind("organisation", user.organisation().id())
                .bind("person", user.operatorId().value())
                .bind("today", LocalDate.now(clock));
    }

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!Page.RECEIPT_ENTRY.isOpenTo(user.role())) {
            return List.of();
        }
        Waiting waiting = jdbc.sql("SELECT count(DISTINCT r.area_id), count(*)" + FROM)
                .param("organisation", user.organisation().id())
                .param("person", user.operatorId().value())
                .param("today", LocalDate.now(clock))
                .query((row, i) -> new Waiting(row.getLong(1), row.getLong(2)))
                .single();
        return waiting.areas() == 0
                ? List.of()
                : List.of(Todo.of(
                        "collection.todo.reversals",
                        waiting.areas(),
                        Page.RECEIPTS.path() + "?confirm=1",
                        waiting.reversals()));
    }
}
