package org.maintenancefund.city.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Each year's holidays are put in once they are announced; without them due dates only skip weekends. */
@Component
@Order(6)
class HolidayTodos implements TodoSource {

    /** Due dates reach so far at most. */
    private static final int DAYS_AHEAD = 30;

    private final WorkingDays workingDays;
    private final Clock clock;

    HolidayTodos(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!user.is(Role.SYSTEM_ADMIN)) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        return IntStream.rangeClosed(today.getYear(), today.plusDays(DAYS_AHEAD).getYear())
                .filter(year -> !workingDays.isListed(year))
                .mapToObj(year -> Todo.of("city.todo.holidays", 1, null, year))
                .toList();
    }
}
