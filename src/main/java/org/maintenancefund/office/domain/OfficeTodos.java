package org.maintenancefund.office.domain;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A company that has opened no office yet; it may do without one, so nothing is counted. */
@Component
@Order(25)
@RequiredArgsConstructor
class OfficeTodos implements TodoSource {

    private final JdbcClient jdbc;

    @Override
    public List<Todo> todos(CurrentUser user) {
        return user.is(Role.ENTERPRISE_OPERATOR) && user.district() != null && !hasOffice(user)
                ? List.of(Todo.of("office.todo.none", "", "/my/offices/new"))
                : List.of();
    }

    private boolean hasOffice(CurrentUser user) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM management_office WHERE enterprise_id = :enterprise)")
                .param("enterprise", user.organisation().id())
                .query(Boolean.class)
                .single();
    }
}
