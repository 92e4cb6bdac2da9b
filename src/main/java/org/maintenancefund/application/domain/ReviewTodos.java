package org.maintenancefund.application.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.CallSource;
import org.maintenancefund.application.QueueFigures;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.MenuCounts;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoGroup;
import org.maintenancefund.web.TodoSource;
import org.springframework.beans.factory.ObjectProvider;
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
            waiting(figures, user)
                    .forEach((kind, waiting) -> addTodos(todos, kind, waiting, waited(waiting, workingDays, clock)));
            return todos;
        };
    }

    @Bean
    @Order(11)
    TodoSource owedPapersTodoSource(QueueFigures figures) {
        return user -> waiting(figures, user).entrySet().stream()
                .filter(entry -> entry.getValue().owed() > 0)
                .map(entry -> Todo.of(
                        "application.todo.owed",
                        entry.getValue().owed(),
                        entry.getKey().reviewPath() + "?tab=approved&owed=1",
                        entry.getKey().reviews().label()))
                .toList();
    }

    private static Map<ApplicationKind, QueueFigures.Waiting> waiting(QueueFigures figures, CurrentUser user) {
        return user.is(Role.DISTRICT_STAFF) && user.district() != null ? figures.waiting(user.district()) : Map.of();
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

    /** What can't wait in a line of its own, and the rest. */
    private static void addTodos(List<Todo> todos, ApplicationKind kind, QueueFigures.Waiting counts, String waited) {
        String label = kind.reviews().label();
        long rest = counts.pending() - counts.urgent();
        if (counts.urgent() > 0) {
            todos.add(new Todo(
                            Messages.of("application.todo.must", label),
                            waited,
                            urgent(counts),
                            counts.urgent(),
                            kind.reviewPath())
                    .in(TodoGroup.TODAY));
        }
        if (rest > 0) {
            String text = counts.urgent() > 0 ? Messages.of("application.todo.rest") : waited;
            todos.add(new Todo(label, text, null, rest, kind.reviewPath()).in(TodoGroup.REVIEW));
        }
    }

    /** Those that are over their time apart from those that are due. */
    private static String urgent(QueueFigures.Waiting counts) {
        String overdue = Messages.of("application.todo.overdue", counts.overdue());
        String due = Messages.of("application.todo.due", counts.due());
        if (counts.overdue() == 0) {
            return due;
        }
        return counts.due() == 0 ? overdue : overdue + Messages.of("application.todo.calls.and") + due;
    }

    /** One line for all calls: how many of what. */
    @Bean
    @Order(15)
    TodoSource callTodoSource(ObjectProvider<CallSource> sources) {
        return user -> {
            Map<String, Long> waiting = new LinkedHashMap<>();
            sources.orderedStream().forEach(source -> waiting.putAll(source.waiting(user)));
            waiting.values().removeIf(count -> count == 0);
            String text = waiting.entrySet().stream()
                    .map(entry -> Messages.of("application.todo.calls.of", entry.getKey(), entry.getValue()))
                    .collect(Collectors.joining(Messages.of("application.todo.calls.and")));
            long total = waiting.values().stream().mapToLong(Long::longValue).sum();
            return total == 0
                    ? List.of()
                    : List.of(new Todo(Page.CALLS.label(), text, null, total, Page.CALLS.path()).in(TodoGroup.NOTIFY));
        };
    }

    @Bean
    MenuCounts reviewCounts(QueueFigures figures) {
        return (role, district) -> role == Role.DISTRICT_STAFF && district != null ? figures.menu(district) : Map.of();
    }
}
