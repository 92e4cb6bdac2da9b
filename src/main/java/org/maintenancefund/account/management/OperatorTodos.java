package org.maintenancefund.account.management;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.AccountProperties;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Accounts of a district's organisations that nobody activated, or that nobody uses any more. */
@Component
@Order(22)
class OperatorTodos implements TodoSource {

    private final OperatorList list;
    private final AccountProperties limits;

    OperatorTodos(OperatorList list, AccountProperties limits) {
        this.list = list;
        this.limits = limits;
    }

    @Override
    public List<Todo> todos(CurrentUser user) {
        List<Todo> todos = new ArrayList<>();
        if (!user.is(Role.DISTRICT_STAFF)) {
            return todos;
        }
        add(todos, user, OperatorList.NEVER_ACTIVATED, "account.todo.never-activated");
        add(todos, user, OperatorList.NOT_USED, "account.todo.not-used");
        return todos;
    }

    private void add(List<Todo> todos, CurrentUser user, String unused, String key) {
        CappedCount count = list.page(OperatorScope.of(user), Map.of("unused", List.of(unused)))
                .rows()
                .count();
        if (count.value() > 0) {
            todos.add(Todo.of(key, count, "/operators?unused=" + unused, limits.unusedDays()));
        }
    }
}
