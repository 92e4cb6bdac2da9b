package org.maintenancefund.disclosure.publication;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In how many areas something published waits for somebody: for the committee to confirm it or to object, for whoever collects to
 * answer. On the workbench, and as the condition of the list behind that number.
 */
@Component
@Order(52)
@RequiredArgsConstructor
public class PublicationTodos implements TodoSource {

    private static final String COLLECTED =
            "(SELECT c.area_id FROM area_collected c WHERE :organisation IN (c.collector_id, c.enterprise_id)"
                    + " AND c.validity @> CAST(:today AS date))";

    private final CollectionRights rights;
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
        if (!Page.PUBLICATION_DECISION.isOpenTo(user.role()) && !Page.PUBLICATION_ENTRY.isOpenTo(user.role())) {
            return List.of();
        }
        Waiting waiting = Page.PUBLICATION_DECISION.isOpenTo(user.role())
                ? waiting("f.area_id = ANY (:areas)", user)
                : waiting("f.area_id IN " + COLLECTED, user);
        return waiting.areas() == 0
                ? List.of()
                : List.of(Todo.of(
                        Page.PUBLICATION_DECISION.isOpenTo(user.role())
                                ? "disclosure.publication.todo.decide"
                                : "disclosure.publication.todo.answer",
                        waiting.areas(),
                        Page.PUBLICATIONS.path() + "?waiting=1",
                        waiting.publications()));
    }

    private Waiting waiting(String where, CurrentUser user) {
        JdbcClient.StatementSpec asked =
                jdbc.sql("SELECT count(DISTINCT f.area_id), count(*) FROM publication f WHERE f.state IN "
                        + states(user.role()) + " AND " + where);
        JdbcClient.StatementSpec bound = where.contains(":areas")
                ? asked.param(
                        "areas", rights.of(user).stream().map(AreaId::value).toArray(UUID[]::new))
                : asked.param("organisation", user.organisation().id()).param("today", LocalDate.now(clock));
        return bound.query((row, i) -> new Waiting(row.getLong(1), row.getLong(2)))
                .single();
    }

    private static String states(Role role) {
        return Page.PUBLICATION_DECISION.isOpenTo(role) ? "('PUBLISHED', 'ANSWERED')" : "('OBJECTED')";
    }
}
