package org.maintenancefund.closing;

import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.Page;
import org.maintenancefund.web.DistrictFigures;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The month that is over and not closed yet, for the people of the municipal centre. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class ClosingTodos {

    private final ClosingMonths months;
    private final DistrictFigures kept;

    private record Due(List<YearMonth> month) {}

    @Bean
    @Order(48)
    TodoSource closingTodoSource() {
        return user -> Page.CLOSING_CHANGE.isOpenTo(user.role())
                ? kept
                        .of(
                                user.district(),
                                Due.class,
                                () -> new Due(months.due().stream().toList()))
                        .month()
                        .stream()
                        .map(month -> Todo.of("closing.todo", 1, Page.CLOSINGS.path() + "/" + month, month))
                        .toList()
                : List.of();
    }
}
