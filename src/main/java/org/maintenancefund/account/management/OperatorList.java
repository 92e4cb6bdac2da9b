package org.maintenancefund.account.management;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.AccountProperties;
import org.maintenancefund.account.AccountVersion;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.account.creation.StaffedOrganisations;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.maintenancefund.organisation.Organisations;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.maintenancefund.web.Todo;
import org.maintenancefund.web.TodoSource;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts with the names of their organisations, in the order of people's names; one question a page. */
@Component
@Order(22)
@RequiredArgsConstructor
class OperatorList implements TodoSource {

    static final String NEVER_ACTIVATED = "1";
    static final String NOT_USED = "2";

    private static final String COLUMNS =
            "a.id, a.username, a.person_name, a.mobile, a.org_type, c.name AS organisation, a.role,"
                    + " a.password_source AS source, a.state, a.last_sign_in_at, a.created_at, a.version";

    /** By user name, person or organisation; who types a user name is looking for just that one. */
    private static final SearchedTable TABLE = new SearchedTable(
            COLUMNS,
            "operator a JOIN organisation c ON c.id = a.org_id",
            "a.username",
            "a.sort_key",
            "(strpos(a.username, :key) > 0 OR strpos(a.person_name, :text) > 0 OR strpos(c.name_key, :organisation) > 0)",
            null,
            "(SELECT id FROM operator WHERE username = :key OR person_name = :text)");

    private static final RecordRows<Row> ROWS = new RecordRows<>(Row.class);

    private final JdbcClient jdbc;
    private final AccountProperties limits;
    private final Clock clock;

    /** A line of the list. */
    record Row(
            OperatorId id,
            String username,
            String personName,
            MobileNumber mobile,
            OrgType orgType,
            String organisation,
            Role role,
            PasswordSource source,
            OperatorState state,
            @Nullable Instant lastSignInAt,
            Instant createdAt,
            int version) {

        /** The account as it stands in the list, for a form that acts on it. */
        public AccountVersion seen() {
            return new AccountVersion(id, version);
        }

        public boolean isPending() {
            return state == OperatorState.PENDING_ACTIVATION;
        }
    }

    /** The accounts in a person's scope, narrowed down by the address of the list. */
    ListPage<Row> page(OperatorScope reach, Map<String, List<String>> address) {
        ListFilter filter = new ListFilter(reach.path(), address);
        String text = filter.text("q");
        Conditions where = new Conditions()
                .bind("text", PersonName.spelled(text))
                .bind("organisation", Organisations.nameKey(text))
                .and(
                        "a.org_type IN (:kinds)",
                        "kinds",
                        reach.kinds().stream().map(Enum::name).toList())
                .equal("c.district_id", Optional.ofNullable(reach.district()).map(DistrictId::value))
                .equal(
                        "a.org_type",
                        filter.one("kind", reach.kinds().stream().sorted().toList(), Enum::name, OrgType::label))
                .equal("a.state", filter.one("state", OperatorState.class));
        filter.one("unused", List.of(NEVER_ACTIVATED, NOT_USED), unused -> unused, this::unused)
                .ifPresent(unused -> {
                    if (unused.equals(NEVER_ACTIVATED)) {
                        where.and("a.state = 'PENDING_ACTIVATION'");
                    } else {
                        where.and(
                                "a.state = 'ACTIVE' AND coalesce(a.last_sign_in_at, a.created_at) < :before",
                                "before",
                                Timestamp.from(limits.unusedBefore(clock.instant(), clock.getZone())));
                    }
                });
        if (filter.ticked("few", Messages.of("account.filter.few-people"))) {
            where.and(
                    "(SELECT count(*) FROM operator p WHERE p.org_type = a.org_type AND p.org_id = a.org_id"
                            + " AND p.state <> 'DISABLED') < :norm AND a.state <> 'DISABLED'",
                    "norm",
                    StaffedOrganisations.NORM);
        }
        return new ListPage<>(filter, new NameSearch(jdbc, TABLE).find(NameQuery.of(SearchText.of(text), where), ROWS));
    }

    private String unused(String value) {
        return value.equals(NEVER_ACTIVATED)
                ? Messages.of("account.filter.never-activated")
                : Messages.of("account.filter.not-used", limits.unusedDays());
    }

    /** Those of a district's organisations that nobody activated, or that nobody uses any more. */
    @Override
    public List<Todo> todos(CurrentUser user) {
        List<Todo> todos = new ArrayList<>();
        if (!user.is(Role.DISTRICT_STAFF)) {
            return todos;
        }
        add(todos, user, OperatorList.NEVER_ACTIVATED, "account.todo.never-activated");
        add(todos, user, OperatorList.NOT_USED, "account.todo.not-used");
        return todos;
    }

    private void add(List<Todo> todos, CurrentUser user, String unused, String key) {
        CappedCount count = page(OperatorScope.of(user), Map.of("unused", List.of(unused)))
                .rows()
                .count();
        if (count.value() > 0) {
            todos.add(Todo.of(key, count, "/operators?unused=" + unused, limits.unusedDays()));
        }
    }
}
