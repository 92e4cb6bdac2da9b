package org.maintenancefund.account.management;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
import org.maintenancefund.account.creation.OrganisationCards;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts with the names of their organisations, by user name; one question a page. */
@Component
@Transactional(readOnly = true)
class OperatorList {

    static final int KEY_PARTS = 1;

    private static final String COLUMNS =
            "o.id, o.username, o.person_name, o.mobile, o.org_type, coalesce(c.name, '市管理中心') AS organisation, o.role,"
                    + " o.password_source, o.state, o.last_sign_in_at, o.created_at, o.version";

    private static final String FROM =
            " FROM operator o LEFT JOIN organisation_card c" + " ON c.org_type = o.org_type AND c.org_id = o.org_id";

    private final JdbcClient jdbc;
    private final AccountProperties limits;
    private final Clock clock;

    OperatorList(JdbcClient jdbc, AccountProperties limits, Clock clock) {
        this.jdbc = jdbc;
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

    Slice<Row> page(Reach reach, OperatorFilter filter, Cursor cursor) {
        return slice(reach, filter, cursor, Slice.SIZE);
    }

    /** A batch of an export: the same rows in the same order. */
    Slice<Row> batch(Reach reach, OperatorFilter filter, Cursor cursor) {
        return slice(reach, filter, cursor, Batches.SIZE);
    }

    private Slice<Row> slice(Reach reach, OperatorFilter filter, Cursor cursor, int size) {
        Map<String, Object> params = new HashMap<>();
        String where = where(reach, filter, params);
        if (!cursor.atStart()) {
            where += cursor.backwards() ? " AND o.username < :cursor" : " AND o.username > :cursor";
            params.put("cursor", cursor.keys().get(0));
        }
        List<Row> rows = jdbc.sql("SELECT " + COLUMNS + FROM + where + " ORDER BY o.username"
                        + (cursor.backwards() ? " DESC" : "") + " LIMIT " + (size + 1))
                .params(params)
                .query(OperatorList::row)
                .list();
        return Slice.of(rows, cursor, row -> Cursor.write(row.username()), size);
    }

    CappedCount count(Reach reach, OperatorFilter filter) {
        Map<String, Object> params = new HashMap<>();
        String where = where(reach, filter, params);
        return CappedCount.ofCountedUpToOneMore(
                jdbc.sql("SELECT count(*) FROM (SELECT" + FROM + where + " LIMIT " + (CappedCount.LIMIT + 1) + ") AS n")
                        .params(params)
                        .query(Long.class)
                        .single());
    }

    private String where(Reach reach, OperatorFilter filter, Map<String, Object> params) {
        StringBuilder where = new StringBuilder(" WHERE o.org_type IN (:kinds)");
        params.put("kinds", reach.kinds().stream().map(Enum::name).toList());
        if (reach.district() != null) {
            where.append(" AND c.district_id = :district");
            params.put("district", reach.district().value());
        }
        if (!filter.text().isEmpty()) {
            where.append(" AND (strpos(o.username, :key) > 0 OR strpos(o.person_name, :text) > 0"
                    + " OR strpos(c.name_key, :key) > 0)");
            params.put("text", filter.text());
            params.put("key", OrganisationCards.key(filter.text()));
        }
        filter.orgType().filter(reach.kinds()::contains).ifPresent(kind -> {
            where.append(" AND o.org_type = :kind");
            params.put("kind", kind.name());
        });
        filter.operatorState().ifPresent(state -> {
            where.append(" AND o.state = :state");
            params.put("state", state.name());
        });
        if (filter.neverActivated()) {
            where.append(" AND o.state = 'PENDING_ACTIVATION'");
        }
        if (filter.notUsed()) {
            where.append(" AND o.state = 'ACTIVE' AND coalesce(o.last_sign_in_at, o.created_at) < :before");
            params.put("before", Timestamp.from(limits.unusedBefore(clock.instant(), clock.getZone())));
        }
        if (filter.ofFew()) {
            where.append(" AND (SELECT count(*) FROM operator p WHERE p.org_type = o.org_type AND p.org_id = o.org_id"
                    + " AND p.state <> 'DISABLED') < :norm AND o.state <> 'DISABLED'");
            params.put("norm", OrganisationCards.NORM);
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
