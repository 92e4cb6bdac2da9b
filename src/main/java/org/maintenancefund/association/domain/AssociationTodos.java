package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.association.ContractWatch;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.organisation.ReminderDay;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A committee whose community nobody manages, contracts that are approved and have not begun, and those that end soon. */
@Component
@Order(20)
@RequiredArgsConstructor
class AssociationTodos implements TodoSource {

    private static final String NOT_OVER = " AND s.effective_to >= :today AND s.effective_to >= s.effective_from";

    private final Committees committees;
    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    @Transactional(readOnly = true)
    public List<Todo> todos(CurrentUser user) {
        if (user.is(Role.COMMITTEE_OPERATOR)) {
            return committees
                    .find(new CommitteeId(user.organisation().id()))
                    .map(this::ofCommittee)
                    .orElse(List.of());
        }
        DistrictId district = user.district();
        if (user.is(Role.DISTRICT_STAFF) && district != null) {
            return ofDistrict(district);
        }
        return user.is(Role.ENTERPRISE_OPERATOR) || user.is(Role.OFFICE_OPERATOR) ? ofManager(user) : List.of();
    }

    /** Contracts that end soon and that no later one follows. */
    private List<Todo> ofDistrict(DistrictId district) {
        LocalDate today = LocalDate.now(clock);
        record Counts(int soon, int urgent) {}
        Counts counts = jdbc.sql("SELECT count(*), count(*) FILTER (WHERE c.contract_ends_on <= :urgent)"
                        + " FROM area_contract c JOIN named_area a ON a.id = c.area_id"
                        + " WHERE a.district_id = :district AND c.contract_ends_on BETWEEN :today AND :soon")
                .param("district", district.value())
                .param("today", today)
                .param("urgent", today.plusDays(ReminderDay.URGENT.days()))
                .param("soon", ReminderDay.lastEnd(today))
                .query((row, i) -> new Counts(row.getInt(1), row.getInt(2)))
                .single();
        String urgent = Messages.of("association.todo.ending.urgent", counts.urgent(), ReminderDay.URGENT.days());
        return counts.soon() == 0
                ? List.of()
                : List.of(Todo.of(
                                "association.todo.ending",
                                counts.soon(),
                                Page.ASSOCIATIONS.path() + "?watch=" + ContractWatch.DUE,
                                ReminderDay.SOON.days())
                        .urgent(counts.urgent() > 0 ? urgent : null));
    }

    /** Asked of the area, whichever committee applied. */
    private List<Todo> ofCommittee(CommitteeView committee) {
        if (committee.status() == CommitteeStatus.DISSOLVED) {
            return List.of();
        }
        boolean any = jdbc.sql("SELECT EXISTS (SELECT FROM association s WHERE s.area_id = :area" + NOT_OVER + ")"
                        + " OR EXISTS (SELECT FROM submitted_application a WHERE a.subject_id = :area"
                        + " AND a.kind = 'ASSOCIATION' AND a.status IN ('PENDING', 'RETURNED'))")
                .param("area", committee.area().value())
                .param("today", LocalDate.now(clock))
                .query(Boolean.class)
                .single();
        return any ? List.of() : List.of(Todo.of("association.todo.none", 1, "/associations/new"));
    }

    private List<Todo> ofManager(CurrentUser user) {
        LocalDate today = LocalDate.now(clock);
        return jdbc.sql("SELECT a.name, s.effective_from FROM association s JOIN named_area a ON a.id = s.area_id"
                        + " WHERE (s.enterprise_id = :organisation OR s.office_id = :organisation)"
                        + " AND s.effective_from > :today" + NOT_OVER + " ORDER BY s.effective_from, a.name LIMIT 10")
                .param("organisation", user.organisation().id())
                .param("today", today)
                .query((row, i) -> Todo.of(
                        "association.todo.coming",
                        "",
                        "/my/areas",
                        row.getString(1),
                        row.getObject(2, LocalDate.class)))
                .list();
    }
}
