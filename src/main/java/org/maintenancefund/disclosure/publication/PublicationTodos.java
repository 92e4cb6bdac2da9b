package org.maintenancefund.disclosure.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.DistrictFigures;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In how many areas something published waits for somebody: for the committee to confirm it or to object, for whoever collects to
 * answer, and for the district, which answers too. On the workbench, and as the condition of the list behind that number.
 */
@Component
@Order(52)
@RequiredArgsConstructor
public class PublicationTodos implements TodoSource {

    private final CollectionRights rights;
    private final DistrictFigures figures;
    private final JdbcClient jdbc;
    private final Clock clock;

    private record Waiting(long areas, long publications) {}

    /** Whether that role is told of anything. */
    public static boolean concerns(Role role) {
        return Page.PUBLICATION_DECISION.isOpenTo(role) || Page.PUBLICATION_ANSWER.isOpenTo(role);
    }

    /** Narrows a list of areas {@code a} down to those where something waits for a role. */
    public static Conditions narrow(Conditions areas, Role role) {
        return areas.and(
                "EXISTS (SELECT FROM publication f WHERE f.area_id = a.id AND f.state IN " + states(role) + ")");
    }

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!concerns(user.role())) {
            return List.of();
        }
        Waiting waiting = user.is(Role.DISTRICT_STAFF)
                ? figures.of(user.district(), Waiting.class, () -> waiting(user))
                : waiting(user);
        return waiting.areas() == 0
                ? List.of()
                : List.of(Todo.of(
                        "disclosure.publication.todo." + step(user.role()),
                        waiting.areas(),
                        Page.PUBLICATIONS.path() + "?waiting=1",
                        waiting.publications()));
    }

    private static String step(Role role) {
        if (Page.PUBLICATION_DECISION.isOpenTo(role)) {
            return "decide";
        }
        return role == Role.DISTRICT_STAFF ? "district" : "answer";
    }

    private Waiting waiting(CurrentUser user) {
        Conditions where = switch (step(user.role())) {
            case "decide" ->
                new Conditions()
                        .and(
                                "f.area_id = ANY (:areas)",
                                "areas",
                                rights.of(user).stream().map(AreaId::value).toArray(UUID[]::new));
            case "district" ->
                new Conditions()
                        .and(
                                "f.area_id IN (SELECT a.id FROM named_area a WHERE a.district_id = :district AND a.state = 'ACTIVE')",
                                "district",
                                Objects.requireNonNull(user.district()).value());
            default ->
                new Conditions()
                        .and(
                                "f.area_id IN (SELECT c.area_id FROM area_collected c WHERE :organisation IN"
                                        + " (c.collector_id, c.enterprise_id) AND c.validity @> CAST(:today AS date))",
                                "organisation",
                                user.organisation().id())
                        .bind("today", LocalDate.now(clock));
        };
        return jdbc.sql("SELECT count(DISTINCT f.area_id), count(*) FROM publication f WHERE f.state IN "
                        + states(user.role()) + where.sql())
                .params(where.params())
                .query((row, i) -> new Waiting(row.getLong(1), row.getLong(2)))
                .single();
    }

    private static String states(Role role) {
        return Page.PUBLICATION_DECISION.isOpenTo(role) ? "('PUBLISHED', 'ANSWERED')" : "('OBJECTED')";
    }
}
