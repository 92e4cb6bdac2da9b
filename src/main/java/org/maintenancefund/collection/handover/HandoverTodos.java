package org.maintenancefund.collection.handover;

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
 * In how many areas somebody is to hand over or to receive; of a district where the next company waits for a former one that has not
 * acted.
 */
@Component
@Order(49)
@RequiredArgsConstructor
class HandoverTodos implements TodoSource {

    private final JdbcClient jdbc;
    private final Clock clock;

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!HandoverRights.acts(user.role())) {
            return List.of();
        }
        Conditions turn = HandoverRights.turn(user);
        long areas = jdbc.sql("SELECT count(*) FROM handover_line(CAST(:today AS date)) l"
                        + " JOIN named_area a ON a.id = l.area_id WHERE true" + turn.sql())
                .params(turn.params())
                .param("today", LocalDate.now(clock))
                .query(Long.class)
                .single();
        String key = user.is(Role.DISTRICT_STAFF) ? "handover.todo.district" : "handover.todo";
        return areas == 0 ? List.of() : List.of(Todo.of(key, areas, Page.HANDOVERS.path() + "?waiting=1"));
    }
}
