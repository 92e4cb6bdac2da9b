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
import org.maintenancefund.application.WaitingApplications;
import org.maintenancefund.city.WorkingDays;
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
    private static String waited(WaitingApplications waiting, WorkingDays workingDays, Clock clock) {
        if (waiting.oldest() == null) {
            return "";
        }
        LocalDate submitted = LocalDate.ofInstant(waiting.oldest(), clock.getZone());
        if (submitted.equals(LocalDate.now(clock))) {
            return "都是今天提交的";
        }
        int days = workingDays.between(waiting.oldest(), clock.instant());
        return days == 0 ? "最早一件提交于 " + submitted : "最早一件已等待 " + days + " 个工作日";
    }

    private static void addTodos(List<Todo> todos, ApplicationKind kind, WaitingApplications counts, String waited) {
        Page page = kind.reviews();
        if (counts.pending() > 0) {
            todos.add(new Todo(
                    page.label(),
                    waited,
                    counts.urgent() > 0 ? counts.urgent() + " 件即将超期或已超期" : null,
                    counts.pending(),
                    kind.reviewPath()));
        }
        if (counts.untold() > 0) {
            todos.add(new Todo(
                    "已审核，还没有电话通知",
                    page.label() + "：请打电话告诉联系人审核结果",
                    null,
                    counts.untold(),
                    kind.reviewPath() + "?tab=all&untold=1"));
        }
    }

    @Bean
    MenuCounts reviewCounts(QueueFigures figures) {
        return user -> {
            Map<Page, Long> counts = new EnumMap<>(Page.class);
            if (user.is(Role.DISTRICT_STAFF) && user.district() != null) {
                figures.pending(user.district())
                        .forEach((kind, pending) -> counts.merge(kind.reviews(), pending, Long::sum));
            }
            return counts;
        };
    }
}
