package org.maintenancefund.city.web;

import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.Districts;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A new city begins with its district centres: everything else belongs to one. */
@Component
@Order(5)
class CentreTodos implements TodoSource {

    private final Districts districts;

    CentreTodos(Districts districts) {
        this.districts = districts;
    }

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!user.is(Role.SYSTEM_ADMIN) || !districts.all().isEmpty()) {
            return List.of();
        }
        return List.of(Todo.of("city.todo.no-centre", 1, "/district-centres"));
    }
}
