package org.maintenancefund.unit.opening;

import java.util.List;
import java.util.Map;
import org.maintenancefund.access.Page;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.unit.UnitAreas;
import org.maintenancefund.web.MenuCounts;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoGroup;
import org.maintenancefund.web.TodoSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What of the opening balances waits, for the workbench and the menu. */
@Configuration(proxyBeanMethods = false)
class OpeningWaiting {

    @Bean
    @Order(45)
    TodoSource openingTodoSource(OpeningQueue queue) {
        return user -> {
            long waiting = Page.OPENING_DECISION.isOpenTo(user.role()) ? queue.waiting(user.district()) : 0;
            return waiting == 0
                    ? List.of()
                    : List.of(new Todo(
                                    Page.OPENING_DECISION.label(),
                                    Messages.of("unit.opening.todo.text"),
                                    null,
                                    waiting,
                                    Page.OPENINGS.path())
                            .in(TodoGroup.REVIEW));
        };
    }

    /** What the district returned, for who manages the area. */
    @Bean
    @Order(46)
    TodoSource returnedOpeningTodoSource(OpeningQueue queue, UnitAreas rights) {
        return user -> Page.OPENING_ENTRY.isOpenTo(user.role()) && queue.anyReturned()
                ? queue.returned(rights.of(user)).stream()
                        .map(returned -> Todo.of(
                                "unit.opening.todo.returned",
                                1,
                                "/units/areas/" + returned.area() + "/opening",
                                returned.name()))
                        .toList()
                : List.of();
    }

    @Bean
    MenuCounts openingCounts(OpeningQueue queue) {
        return (role, district) ->
                Page.OPENING_DECISION.isOpenTo(role) ? Map.of(Page.OPENINGS, queue.waiting(district)) : Map.of();
    }
}
