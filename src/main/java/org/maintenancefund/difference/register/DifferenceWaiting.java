package org.maintenancefund.difference.register;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;
import org.maintenancefund.difference.DifferenceOwner;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.DistrictFigures;
import org.maintenancefund.web.MenuCounts;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoGroup;
import org.maintenancefund.web.TodoSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for those who look after differences, for the workbench and the menu. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class DifferenceWaiting {

    private final DistrictFigures kept;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** How many are not settled, and of how many of these the day has passed. */
    private record Live(long differences, long overdue) {}

    @Bean
    @Order(47)
    TodoSource differenceTodoSource() {
        return user -> {
            Live live = Page.DIFFERENCE_HANDLING.isOpenTo(user.role()) ? live(user.district()) : new Live(0, 0);
            return live.differences() == 0
                    ? List.of()
                    : List.of(new Todo(
                                    Page.DIFFERENCES.labelFor(user.role()),
                                    Messages.of("difference.todo.text"),
                                    null,
                                    live.differences(),
                                    Page.DIFFERENCES.path() + "?owner=" + owner(user.district()))
                            .urgent(
                                    live.overdue() == 0
                                            ? null
                                            : Messages.of("difference.todo.overdue", Figures.of(live.overdue())))
                            .in(TodoGroup.REVIEW));
        };
    }

    @Bean
    MenuCounts differenceCounts() {
        return (role, district) -> Page.DIFFERENCE_HANDLING.isOpenTo(role)
                ? Map.of(Page.DIFFERENCES, live(district).differences())
                : Map.of();
    }

    private static DifferenceOwner owner(@Nullable DistrictId district) {
        return district == null ? DifferenceOwner.MUNICIPAL : DifferenceOwner.DISTRICT;
    }

    private Live live(@Nullable DistrictId district) {
        return kept.of(
                district,
                Live.class,
                () -> jdbc.sql(
                                "SELECT count(*), count(*) FILTER (WHERE due_on < :today) FROM difference WHERE state <> 'SETTLED'"
                                        + " AND owner = :owner AND district_id IS NOT DISTINCT FROM coalesce(:district, district_id)")
                        .param("today", LocalDate.now(clock))
                        .param("owner", owner(district).name())
                        .param("district", district == null ? null : district.value(), Types.OTHER)
                        .query((row, i) -> new Live(row.getLong(1), row.getLong(2)))
                        .single());
    }
}
