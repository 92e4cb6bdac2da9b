package org.maintenancefund.account.creation;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.AccountLimits;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoGroup;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What of a district's accounts wants doing: organisations without people or with too few, accounts that nobody uses. */
@Component
@Order(20)
@Transactional(readOnly = true)
@RequiredArgsConstructor
class AccountTodos implements TodoSource {

    private static final String CREATION = "/operators/new";

    /** The filter 使用情况 of the list of accounts. */
    private static final String NEVER_ACTIVATED = "/operators?unused=1";

    private static final String NOT_USED = "/operators?unused=2";

    private static final String ACCOUNTS = "(SELECT count(*) FROM operator a JOIN organisation c ON c.id = a.org_id"
            + " WHERE c.district_id = :district AND c.type <> 'DISTRICT_CENTRE' AND ";

    private static final String FIGURES = "SELECT " + StaffedOrganisations.FIGURES + ", "
            + ACCOUNTS + "a.state = 'PENDING_ACTIVATION') AS never_activated, "
            + ACCOUNTS + "a.state = 'ACTIVE' AND coalesce(a.last_sign_in_at, a.created_at) < :before) AS not_used "
            + StaffedOrganisations.OPEN + " WHERE " + StaffedOrganisations.WANTING;

    private final JdbcClient jdbc;
    private final AccountLimits limits;
    private final Clock clock;

    /**
     * Of a district.
     *
     * @param none           organisations without anybody
     * @param few            with somebody, and fewer than the norm
     * @param first          one without anybody, or empty
     * @param neverActivated accounts
     * @param notUsed        accounts that nobody used for long
     */
    private record Figures(long none, long few, String first, long neverActivated, long notUsed) {}

    @Override
    public List<Todo> todos(CurrentUser user) {
        List<Todo> todos = new ArrayList<>();
        if (!user.is(Role.DISTRICT_STAFF) || user.district() == null) {
            return todos;
        }
        Figures figures = figures(user.district());
        add(
                todos,
                figures.none() > 1 ? "account.todo.no-people" : "account.todo.no-people.one",
                figures.none(),
                CREATION,
                figures.first());
        add(todos, "account.todo.few-people", figures.few(), CREATION);
        add(todos, "account.todo.never-activated", figures.neverActivated(), NEVER_ACTIVATED);
        add(todos, "account.todo.not-used", figures.notUsed(), NOT_USED, limits.unusedDays());
        return todos;
    }

    private static void add(List<Todo> todos, String key, long count, String href, Object... args) {
        if (count > 0) {
            todos.add(Todo.of(key, count, href, args).in(TodoGroup.ACCOUNT));
        }
    }

    private Figures figures(DistrictId district) {
        return jdbc.sql(FIGURES)
                .param("district", district.value())
                .param("before", Timestamp.from(limits.unusedBefore(clock.instant(), clock.getZone())))
                .query((row, i) -> new Figures(
                        row.getLong("none"),
                        row.getLong("few"),
                        row.getString("first"),
                        row.getLong("never_activated"),
                        row.getLong("not_used")))
                .single();
    }
}
