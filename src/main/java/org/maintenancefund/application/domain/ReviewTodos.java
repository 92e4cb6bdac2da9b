package org.maintenancefund.application.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.QueueFigures;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.MenuCounts;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What waits for a district's reviewers: on the workbench, and as numbers in the menu. */
@Configuration(proxyBeanMethods = false)
class ReviewTodos {

    @Bean
    @Order(10)
    TodoSource reviewTodoSource(QueueFigures figures, WorkingDays workingDays, Clock clock) {
        return user -> {
            List<Todo> todos = new ArrayList<>();
            if (!user.is(Role.DISTRICT_STAFF) || user.district() == null) {
                return todos;
            }
            figures.waiting(user.district())
                    .forEach((kind, waiting) -> addTodos(todos, kind, waiting, waited(waiting, workingDays, clock)));
            return todos;
        };
    }

    /** How long the oldest waits; on a Saturday nothing has waited for a working day since Friday. */
    private static String waited(QueueFigures.Waiting waiting, WorkingDays workingDays, Clock clock) {
        if (waiting.oldest() == null) {
            return "";
        }
        LocalDate submitted = LocalDate.ofInstant(waiting.oldest(), clock.getZone());
        if (submitted.equals(LocalDate.now(clock))) {
            return Messages.of("application.todo.today");
        }
        int days = workingDays.between(waiting.oldest(), clock.instant());
        return days == 0
                ? Messages.of("application.todo.since", submitted)
                : Messages.of("application.todo.waited", days);
    }

    private static void addTodos(List<Todo> todos, ApplicationKind kind, QueueFigures.Waiting counts, String waited) {
        Page page = kind.reviews();
        if (counts.pending() > 0) {
            todos.add(new Todo(
                    page.label(),
                    waited,
                    counts.urgent() > 0 ? Messages.of("application.todo.urgent", counts.urgent()) : null,
                    counts.pending(),
                    kind.reviewPath()));
        }
        if (counts.unnotified() > 0) {
            todos.add(Todo.of(
                    "application.todo.unnotified",
                    counts.unnotified(),
                    kind.reviewPath() + "?tab=all&unnotified=1",
                    page.label()));
        }
    }

    @Bean
    MenuCounts reviewCounts(QueueFigures figures) {
        return (role, district) -> {
            Map<Page, Long> counts = new EnumMap<>(Page.class);
            if (role == Role.DISTRICT_STAFF && district != null) {
                figures.pending(district).forEach((kind, pending) -> counts.merge(kind.reviews(), pending, Long::sum));
            }
            return counts;
        };
    }
}
