package org.maintenancefund.city.web;

import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What a city asks of its administrator: it begins with its district centres, for everything else belongs to one, and each
 * year's holidays are put in once they are announced, for without them due dates only skip weekends.
 */
@Component
@Order(5)
@RequiredArgsConstructor
class CityTodos implements TodoSource {

    private final Districts districts;
    private final WorkingDays workingDays;

    @Override
    public List<Todo> todos(CurrentUser user) {
        List<Todo> todos = new ArrayList<>();
        if (user.is(Role.SYSTEM_ADMIN)) {
            if (districts.all().isEmpty()) {
                todos.add(Todo.of("city.todo.no-centre", 1, "/district-centres"));
            }
            workingDays.expectedYears().stream()
                    .filter(year -> !workingDays.isListed(year))
                    .forEach(year -> todos.add(Todo.of("city.todo.holidays", 1, "/settings/holidays/" + year, year)));
        }
        return todos;
    }
}
