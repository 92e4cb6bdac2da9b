package org.maintenancefund.application.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.OpenDrafts;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What waits for those who apply: what came back to be mended, and what they began to fill in. */
@Configuration(proxyBeanMethods = false)
class OwnTodos {

    /** Where fewer days are left to mend an application, the line is red. */
    private static final int SOON_DAYS = 14;

    private static final Set<Role> APPLICANTS =
            EnumSet.of(Role.ENTERPRISE_OPERATOR, Role.OFFICE_OPERATOR, Role.COMMITTEE_OPERATOR);

    @Bean
    @Order(6)
    TodoSource returnedTodoSource(Applications applications, Clock clock) {
        return user -> !APPLICANTS.contains(user.role())
                ? List.of()
                : applications.underway(user.organisation()).stream()
                        .filter(Applications.Underway::isReturned)
                        .map(returned -> returned(returned, LocalDate.now(clock)))
                        .toList();
    }

    private static Todo returned(Applications.Underway returned, LocalDate today) {
        boolean soon = returned.until().isBefore(today.plusDays(SOON_DAYS));
        return Todo.of(
                        "application.todo.returned",
                        1,
                        returned.href(),
                        returned.title(),
                        returned.kind().label(),
                        returned.number(),
                        returned.until())
                .urgent(soon ? Messages.of("application.todo.returned.soon") : null);
    }

    @Bean
    @Order(8)
    TodoSource draftTodoSource(OpenDrafts drafts) {
        return user -> !APPLICANTS.contains(user.role())
                ? List.of()
                : drafts.of(user).stream()
                        .map(draft -> Todo.of(
                                "application.todo.draft",
                                1,
                                draft.address(),
                                draft.title().isEmpty()
                                        ? Messages.of("application.todo.draft.untitled")
                                        : draft.title(),
                                Times.thisYear(draft.changedAt())))
                        .toList();
    }
}
