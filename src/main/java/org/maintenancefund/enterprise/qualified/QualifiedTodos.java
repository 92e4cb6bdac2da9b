package org.maintenancefund.enterprise.qualified;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.Role;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.domain.EnterpriseMatchState;
import org.maintenancefund.enterprise.domain.EnterpriseMatches;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoGroup;
import org.maintenancefund.web.TodoSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What of the qualified companies waits: a district to choose, a match to decide. */
@Configuration(proxyBeanMethods = false)
class QualifiedTodos {

    @Bean
    @Order(5)
    TodoSource districtToChoose(Enterprises enterprises) {
        return user -> user.is(Role.ENTERPRISE_OPERATOR)
                        && user.district() == null
                        && enterprises
                                .find(EnterpriseId.of(user.organisation()))
                                .filter(company -> company.district() == null)
                                .isPresent()
                ? List.of(Todo.of("enterprise.todo.district", 1, "/my/enterprise/district"))
                : List.of();
    }

    @Bean
    @Order(30)
    TodoSource matchesToDecide(EnterpriseMatches matches) {
        return user -> {
            if (!user.is(Role.DISTRICT_STAFF) || user.district() == null) {
                return List.of();
            }
            CappedCount open = matches.list(user.district(), Optional.of(EnterpriseMatchState.OPEN))
                    .count();
            return open.value() == 0
                    ? List.of()
                    : List.of(Todo.of("enterprise.todo.match", open, "/enterprises/matches")
                            .in(TodoGroup.REVIEW));
        };
    }

    @Bean
    @Order(40)
    TodoSource refreshToLookAfter(SharedRefresh refresh) {
        return user -> user.is(Role.SYSTEM_ADMIN)
                ? refresh.last().stream()
                        .filter(run -> run.isHeldBack() || run.isFailed())
                        .map(run -> new Todo(
                                Messages.of("enterprise.todo.refresh"),
                                run.isHeldBack() ? Messages.of("enterprise.todo.refresh.held") : run.failure(),
                                null,
                                1,
                                "/shared-credentials"))
                        .toList()
                : List.of();
    }
}
