package org.maintenancefund.account.management;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.AccountProperties;
import org.maintenancefund.account.AccountVersion;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.account.creation.StaffedOrganisations;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.kernel.search.NameSearch;
import org.maintenancefund.kernel.search.SearchText;
import org.maintenancefund.kernel.search.SearchedTable;
import org.maintenancefund.organisation.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts with the names of their organisations, by user name; one question a page. */
@Component
@Transactional(readOnly = true)
class OperatorList {

    static final int KEY_PARTS = NameQuery.KEY_PARTS;

    private static final String COLUMNS =
            "a.id, a.username, a.person_name, a.mobile, a.org_type, c.name AS organisation, a.role,"
                    + " a.password_source, a.state, a.last_sign_in_at, a.created_at, a.version";

    /** By user name, person or organisation; who types a user name is looking for just that one. */
    private static final SearchedTable TABLE = new SearchedTable(
            COLUMNS,
            "operator a JOIN organisation c ON c.id = a.org_id",
            "a.username",
            "(strpos(a.username, :key) > 0 OR strpos(a.person_name, :text) > 0 OR strpos(c.name_key, :organisation) > 0)",
            null,
            "(SELECT id FROM operator WHERE username = :key OR person_name = :text)");

    private final NameSearch names;
    private final AccountProperties limits;
    private final Clock clock;

    OperatorList(JdbcClient jdbc, AccountProperties limits, Clock clock) {
        this.names = new NameSearch(jdbc, TABLE);
        this.limits = limits;
        this.clock = clock;
    }

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

    Slice<Row> page(OperatorScope reach, OperatorFilter filter, Cursor cursor) {
        return names.page(query(reach, filter, cursor), OperatorList::row);
    }

    /** A batch of an export: the same rows in the same order. */
    Slice<Row> batch(OperatorScope reach, OperatorFilter filter, Cursor cursor) {
        return names.page(query(reach, filter, cursor), OperatorList::row, Batches.SIZE);
    }

    CappedCount count(OperatorScope reach, OperatorFilter filter) {
        return names.count(query(reach, filter, Cursor.start()));
    }

    private NameQuery query(OperatorScope reach, OperatorFilter filter, Cursor cursor) {
        Map<String, Object> params = new HashMap<>();
        params.put("text", filter.text());
        params.put("organisation", Organisations.nameKey(filter.text()));
        return new NameQuery(SearchText.of(filter.text()), place(reach, filter, params), "", params, cursor);
    }

    private String place(OperatorScope reach, OperatorFilter filter, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(" AND a.org_type IN (:kinds)");
        params.put("kinds", reach.kinds().stream().map(Enum::name).toList());
        if (reach.district() != null) {
            where.append(" AND c.district_id = :district");
            params.put("district", reach.district().value());
        }
        filter.orgType().filter(reach.kinds()::contains).ifPresent(kind -> {
            where.append(" AND a.org_type = :kind");
            params.put("kind", kind.name());
        });
        filter.operatorState().ifPresent(state -> {
            where.append(" AND a.state = :state");
            params.put("state", state.name());
        });
        if (filter.neverActivated()) {
            where.append(" AND a.state = 'PENDING_ACTIVATION'");
        }
        if (filter.notUsed()) {
            where.append(" AND a.state = 'ACTIVE' AND coalesce(a.last_sign_in_at, a.created_at) < :before");
            params.put("before", Timestamp.from(limits.unusedBefore(clock.instant(), clock.getZone())));
        }
        if (filter.ofFew()) {
            where.append(" AND (SELECT count(*) FROM operator p WHERE p.org_type = a.org_type AND p.org_id = a.org_id"
                    + " AND p.state <> 'DISABLED') < :norm AND a.state <> 'DISABLED'");
            params.put("norm", StaffedOrganisations.NORM);
        }
        return where.toString();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        Timestamp last = row.getTimestamp("last_sign_in_at");
        return new Row(
                new OperatorId(row.getObject("id", UUID.class)),
                row.getString("username"),
                row.getString("person_name"),
                new MobileNumber(row.getString("mobile")),
                OrgType.valueOf(row.getString("org_type")),
                row.getString("organisation"),
                Role.valueOf(row.getString("role")),
                PasswordSource.valueOf(row.getString("password_source")),
                OperatorState.valueOf(row.getString("state")),
                last == null ? null : last.toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("version"));
    }
}
