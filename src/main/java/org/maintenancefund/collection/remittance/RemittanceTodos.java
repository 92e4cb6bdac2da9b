package org.maintenancefund.collection.remittance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.collection.receipt.WaitingReversals;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What of receipts and of the hand-over waits: of a company a reversal, or office what a second person confirms, what goes into a slip, what is late; of a district
 * what has arrived, what is late, orders past their deadline, and reversals of what is booked. One statement each.
 */
@Component
@Order(48)
@RequiredArgsConstructor
class RemittanceTodos implements TodoSource {

    private final RemittanceRights rights;
    private final RemittanceDays days;
    private final JdbcClient jdbc;

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (Page.DECLARATION_ENTRY.isOpenTo(user.role())) {
            return ofCompany(user);
        }
        return user.is(Role.DISTRICT_STAFF) ? ofDistrict(user) : List.of();
    }

    private List<Todo> ofCompany(CurrentUser user) {
        Conditions declared = rights.ofAreas("d.area_id", "d.enterprise_id", user);
        Conditions held = rights.ofAreas("h.area_id", "h.enterprise_id", user);
        String waiting = "SELECT count(*) FROM declaration d WHERE d.state = 'PROPOSED' AND d.proposed_by <> :person"
                + declared.sql();
        String unslipped =
                "SELECT count(*) FROM declaration d WHERE d.state = 'CONFIRMED' AND d.slip_id IS NULL" + declared.sql();
        String late = "SELECT count(*) FROM held_since h WHERE h.since < CAST(:before AS date)" + held.sql();
        return jdbc.sql("SELECT (" + waiting + "), (" + unslipped + "), (" + late + "), w.areas, w.reversals FROM ("
                        + "SELECT count(DISTINCT r.area_id) AS areas, count(*) AS reversals"
                        + WaitingReversals.OF_COMPANY + ") AS w")
                .params(declared.params())
                .params(held.params())
                .param("organisation", user.organisation().id())
                .param("today", days.today())
                .param("person", user.operatorId().value())
                .param("before", before())
                .query((row, i) -> some(
                        row.getLong(4) == 0
                                ? null
                                : Todo.of(
                                        "collection.todo.reversals",
                                        row.getLong(4),
                                        Page.RECEIPTS.path() + "?confirm=1",
                                        row.getLong(5)),
                        todo("remittance.todo.confirm", row.getLong(1), Page.DECLARATIONS.path() + "?waiting=1"),
                        todo("remittance.todo.slip", row.getLong(2), Page.DECLARATIONS.path() + "?unslipped=1"),
                        late("remittance.todo.late", row.getLong(3), Page.HELD.path() + "?late=1")))
                .single();
    }

    private List<Todo> ofDistrict(CurrentUser user) {
        String arrived =
                "SELECT count(*) FROM remittance_slip s WHERE s.state = 'ARRIVED' AND s.district_id = :own_district";
        String late = "SELECT count(*) FROM held_since h JOIN named_area a ON a.id = h.area_id"
                + " WHERE h.since < CAST(:before AS date) AND a.district_id = :own_district";
        String orders =
                "SELECT count(*) FROM remittance_order q WHERE q.remitted_on IS NULL AND q.deadline < CAST(:today AS date)"
                        + " AND q.district_id = :own_district";
        String reversals = "SELECT count(DISTINCT r.area_id)" + WaitingReversals.OF_DISTRICT;
        return jdbc.sql("SELECT (" + arrived + "), (" + late + "), (" + orders + "), (" + reversals + ")")
                .param("own_district", user.districtIfAny().orElseThrow().value())
                .param("before", before())
                .param("today", days.today())
                .param("person", user.operatorId().value())
                .query((row, i) -> some(
                        todo("remittance.todo.book", row.getLong(1), Page.BOOKINGS.path()),
                        late("remittance.todo.late-companies", row.getLong(2), Page.LATE.path()),
                        todo("remittance.todo.orders", row.getLong(3), Page.REMITTANCE_ORDERS.path() + "?overdue=1"),
                        todo("remittance.todo.reversals", row.getLong(4), Page.RECEIPTS.path() + "?confirm=1")))
                .single();
    }

    /** Nobody is late while the city has set no day. */
    private LocalDate before() {
        return days.lateBefore().orElse(LocalDate.EPOCH);
    }

    private static List<Todo> some(@Nullable Todo... todos) {
        List<Todo> some = new ArrayList<>();
        for (Todo todo : todos) {
            if (todo != null) {
                some.add(todo);
            }
        }
        return some;
    }

    private static @Nullable Todo todo(String key, long count, String path) {
        return count == 0 ? null : Todo.of(key, count, path);
    }

    private static @Nullable Todo late(String key, long count, String path) {
        Todo todo = todo(key, count, path);
        return todo == null ? null : todo.urgent(Messages.of("remittance.todo.urgent"));
    }
}
