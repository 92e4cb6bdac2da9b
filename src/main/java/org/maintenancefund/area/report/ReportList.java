package org.maintenancefund.area.report;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reports that a person may see, oldest first. */
@Component
@Transactional(readOnly = true)
class ReportList {

    static final int KEY_PARTS = 2;

    /** Where a page begins, from the address parameters {@code after} and {@code before}. */
    static Cursor cursor(@Nullable String after, @Nullable String before) {
        return Cursor.read(after, before, KEY_PARTS).checked(key -> key.instant(0));
    }

    private static final String SEEN =
            " FROM area_report r WHERE (cast(:district AS uuid) IS NULL OR r.district_id = :district)"
                    + " AND (cast(:state AS text) IS NULL OR r.state = :state)";

    private final JdbcClient jdbc;

    ReportList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of the list. */
    record Row(
            ApplicationNumber number,
            ReportKind kind,
            ReportState state,
            String areas,
            String contactName,
            MobileNumber contactMobile,
            Instant reportedAt,
            String reply,
            boolean told) {

        String cursor() {
            return Cursor.write(reportedAt.toString(), number);
        }
    }

    Slice<Row> page(CurrentUser user, @Nullable ReportState state, Cursor cursor) {
        return rows(user, state, cursor, Slice.SIZE);
    }

    /** A batch of an export: the same rows in the same order. */
    Slice<Row> batch(CurrentUser user, @Nullable ReportState state, Cursor cursor) {
        return rows(user, state, cursor, Batches.SIZE);
    }

    private Slice<Row> rows(CurrentUser user, @Nullable ReportState state, Cursor cursor, int size) {
        String behind = cursor.atStart()
                ? ""
                : " AND (r.reported_at, r.number) " + (cursor.backwards() ? "<" : ">") + " (:at, :number)";
        String order = cursor.backwards()
                ? " ORDER BY r.reported_at DESC, r.number DESC"
                : " ORDER BY r.reported_at, r.number";
        List<Row> rows = asked(jdbc.sql("SELECT r.*" + SEEN + behind + order + " LIMIT :limit"), user, state)
                .param("at", cursor.atStart() ? null : Timestamp.from(cursor.instant(0)))
                .param("number", cursor.atStart() ? null : cursor.keys().get(1))
                .param("limit", size + 1)
                .query((row, i) -> new Row(
                        new ApplicationNumber(row.getString("number")),
                        ReportKind.valueOf(row.getString("kind")),
                        ReportState.valueOf(row.getString("state")),
                        row.getString("areas"),
                        row.getString("contact_name"),
                        new MobileNumber(row.getString("contact_mobile")),
                        row.getTimestamp("reported_at").toInstant(),
                        row.getString("reply"),
                        row.getTimestamp("told_at") != null))
                .list();
        return Slice.of(rows, cursor, Row::cursor, size);
    }

    CappedCount count(CurrentUser user, @Nullable ReportState state) {
        return CappedCount.ofCountedUpToOneMore(
                asked(jdbc.sql("SELECT count(*) FROM (SELECT" + SEEN + " LIMIT :limit) AS counted"), user, state)
                        .param("limit", CappedCount.LIMIT + 1)
                        .query(Long.class)
                        .single());
    }

    /** What waits for an answer of this person's own. */
    long waiting(CurrentUser user) {
        return jdbc.sql("SELECT count(*) FROM area_report WHERE state = 'OPEN'"
                        + " AND (district_id = :district OR (cast(:district AS uuid) IS NULL AND district_id IS NULL))")
                .param("district", district(user))
                .query(Long.class)
                .single();
    }

    /** What was answered and whose person was not phoned yet. */
    long untold(CurrentUser user) {
        return jdbc.sql("SELECT count(*) FROM area_report WHERE state <> 'OPEN' AND told_at IS NULL"
                        + " AND (district_id = :district OR (cast(:district AS uuid) IS NULL AND district_id IS NULL))")
                .param("district", district(user))
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec asked(
            JdbcClient.StatementSpec statement, CurrentUser user, @Nullable ReportState state) {
        return statement.param("district", district(user)).param("state", state == null ? null : state.name());
    }

    private static @Nullable UUID district(CurrentUser user) {
        return user.district() == null ? null : user.district().value();
    }
}
