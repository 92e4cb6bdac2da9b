package org.maintenancefund.billing.run;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the areas in which somebody collects wait for: on the workbench as numbers, by one statement, and as conditions of the lists
 * behind them, so that both are the same.
 */
@Component
@Order(47)
@RequiredArgsConstructor
public class AreaTurns implements TodoSource {

    private static final String COUNT = "SELECT count(*) FILTER (WHERE NOT EXISTS"
            + " (SELECT FROM collection_start o WHERE o.area_id = a.id)), count(*) FILTER (WHERE "
            + AreaTurn.TO_BILL.condition() + "), count(*) FILTER (WHERE " + AreaTurn.TO_CONFIRM.condition()
            + "), count(*) FILTER (WHERE " + AreaTurn.TO_ADJUST.condition()
            + ") FROM named_area a WHERE a.state = 'ACTIVE'";

    private final JdbcClient jdbc;
    private final Clock clock;

    private record Waiting(long toOpen, long toBill, long toConfirm, long toAdjust) {}

    /** Narrows a list of areas {@code a} down to those that wait for that. */
    public Conditions narrow(Conditions areas, AreaTurn turn, CurrentUser user) {
        return collected(areas, user).and(turn.condition());
    }

    @Override
    public List<Todo> todos(CurrentUser user) {
        if (!Page.BILL_RUN.isOpenTo(user.role())) {
            return List.of();
        }
        Conditions theirs = collected(new Conditions(), user);
        Waiting waiting = jdbc.sql(COUNT + theirs.sql())
                .params(theirs.params())
                .query((row, i) -> new Waiting(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
        return List.of(
                        Todo.of("billing.todo.open", waiting.toOpen(), "/collection?state=TO_OPEN"),
                        Todo.of("billing.todo.bill", waiting.toBill(), "/bills?state=" + AreaTurn.TO_BILL),
                        Todo.of("billing.todo.confirm", waiting.toConfirm(), "/bills?state=" + AreaTurn.TO_CONFIRM),
                        Todo.of("billing.todo.adjust", waiting.toAdjust(), "/bills?state=" + AreaTurn.TO_ADJUST))
                .stream()
                .filter(todo -> !todo.count().equals("0"))
                .toList();
    }

    private Conditions collected(Conditions areas, CurrentUser user) {
        return areas.and("a.id IN (" + CollectionRights.COLLECTED + ")")
                .bind("organisation", user.organisation().id())
                .bind("day", LocalDate.now(clock))
                .bind("person", user.operatorId().value())
                .bind("this_month", YearMonth.now(clock).atDay(1));
    }
}
