package org.maintenancefund.association.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;
import org.maintenancefund.association.ContractWatch;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.organisation.ReminderDay;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A committee whose community nobody manages; for a company or office, contracts that are approved and have not begun, and those
 * that end; for a district, how many of its areas have one that ends and no next one.
 */
@Component
@Order(20)
@Transactional(readOnly = true)
@RequiredArgsConstructor
class AssociationTodos implements TodoSource {

    /** So many contracts that have not begun stand in lines of their own. */
    private static final int MOST_COMING = 10;

    private static final String MY_AREAS = "/my/areas";

    private static final String OWN = "SELECT a.name, s.effective_from, s.contract_ends_on, count(*) OVER (),"
            + " count(*) FILTER (WHERE s.contract_ends_on <= :urgent) OVER () FROM association s"
            + " JOIN named_area a ON a.id = s.area_id WHERE (s.enterprise_id = :organisation OR s.office_id = :organisation)"
            + " AND s.effective_to >= :today AND s.effective_to >= s.effective_from";

    private static final String COMING = " AND s.effective_from > :today";

    private static final String ENDING = " AND s.effective_from <= :today AND " + ContractWatch.DUE.condition();

    private final AreaManagement areas;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * A contract of the organisation's own that has not begun, or the first that ends.
     *
     * @param alike how many of its own have not begun, or end
     */
    private record Contract(String area, LocalDate start, LocalDate end, Endings alike) {}

    /** How many contracts end soon, and how many of them urgently. */
    private record Endings(long soon, long urgent) {}

    @Override
    public List<Todo> todos(CurrentUser user) {
        return switch (user.role()) {
            case COMMITTEE_OPERATOR -> ofCommittee(user);
            case ENTERPRISE_OPERATOR, OFFICE_OPERATOR -> ofManager(user);
            case DISTRICT_STAFF -> user.district() == null ? List.of() : ofDistrict(user.district());
            default -> List.of();
        };
    }

    private List<Todo> ofCommittee(CurrentUser user) {
        return areas.of(user.organisation().id()).filter(AreaManagement.Managers::isNone).stream()
                .map(none -> Todo.of("association.todo.none", 1, "/associations/new"))
                .toList();
    }

    private List<Todo> ofManager(CurrentUser user) {
        LocalDate today = LocalDate.now(clock);
        List<Contract> contracts = jdbc.sql("(" + OWN + COMING + " ORDER BY s.effective_from, a.sort_key LIMIT "
                        + MOST_COMING + ") UNION ALL (" + OWN + ENDING
                        + " ORDER BY s.contract_ends_on, a.sort_key LIMIT 1)")
                .param("organisation", user.organisation().id())
                .param("today", today)
                .param("urgent", today.plusDays(ReminderDay.URGENT.days()))
                .param("soon", ReminderDay.lastEnd(today))
                .query((row, i) -> contract(row))
                .list();
        List<Todo> todos = new ArrayList<>();
        contracts.stream()
                .filter(contract -> contract.start().isAfter(today))
                .map(contract -> Todo.of("association.todo.coming", "", MY_AREAS, contract.area(), contract.start()))
                .forEach(todos::add);
        contracts.stream()
                .filter(contract -> !contract.start().isAfter(today))
                .map(AssociationTodos::ending)
                .forEach(todos::add);
        return todos;
    }

    private static Todo ending(Contract first) {
        Endings all = first.alike();
        String key = all.soon() == 1 ? "association.todo.own-ending.one" : "association.todo.own-ending";
        return Todo.of(key, all.soon(), MY_AREAS, first.area(), first.end()).urgent(urgent(all.urgent()));
    }

    private static Contract contract(ResultSet row) throws SQLException {
        return new Contract(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                new Endings(row.getLong(4), row.getLong(5)));
    }

    private List<Todo> ofDistrict(DistrictId district) {
        LocalDate today = LocalDate.now(clock);
        Endings endings = jdbc.sql("SELECT count(*), count(*) FILTER (WHERE k.contract_ends_on <= :urgent)"
                        + " FROM area_contract k JOIN named_area a ON a.id = k.area_id"
                        + " WHERE a.district_id = :district AND k.contract_ends_on BETWEEN :today AND :soon")
                .param("district", district.value())
                .param("today", today)
                .param("urgent", today.plusDays(ReminderDay.URGENT.days()))
                .param("soon", ReminderDay.lastEnd(today))
                .query((row, i) -> new Endings(row.getLong(1), row.getLong(2)))
                .single();
        return endings.soon() == 0
                ? List.of()
                : List.of(Todo.of(
                                "association.todo.ending",
                                endings.soon(),
                                Page.ASSOCIATIONS.path() + "?watch=" + ContractWatch.DUE,
                                ReminderDay.SOON.days())
                        .urgent(urgent(endings.urgent())));
    }

    private static @Nullable String urgent(long count) {
        return count == 0 ? null : Messages.of("association.todo.ending.urgent", count, ReminderDay.URGENT.days());
    }
}
