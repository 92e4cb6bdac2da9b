package org.maintenancefund.billing.standard;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoGroup;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Standards of the city that wait for somebody else than who proposed them. */
@Component
@Order(50)
@RequiredArgsConstructor
class StandardTodos implements TodoSource {

    private final ChargeStandardRepository entries;

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!user.is(Role.MUNICIPAL_STAFF)) {
            return List.of();
        }
        long waiting = entries.countProposedByOthers(user.operatorId().value());
        return waiting == 0
                ? List.of()
                : List.of(Todo.of("billing.standard.todo", waiting, ChargeStandardController.PATH)
                        .in(TodoGroup.REVIEW));
    }
}
