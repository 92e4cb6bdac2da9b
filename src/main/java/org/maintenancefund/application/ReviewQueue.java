package org.maintenancefund.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.paging.Batches;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A district's queue of one kind: oldest first, by keyset. */
@Service
@Transactional(readOnly = true)
public class ReviewQueue {

    /** Decided, and the contact was not told yet; in the words of the index of those. */
    static final String UNTOLD = "told_at IS NULL AND status IN ('APPROVED', 'RETURNED', 'REFUSED')";

    private static final SubjectName GONE = new SubjectName("", "");

    /** Parts of the sort key: when it was (re)submitted, and its number. */
    public static final int KEY_PARTS = 2;

    /** Where a page begins, from the address parameters {@code after} and {@code before}. */
    public static Cursor cursor(@Nullable String after, @Nullable String before) {
        return Cursor.read(after, before, KEY_PARTS).checked(key -> key.instant(0));
    }

    private final JdbcClient jdbc;
    private final ApplicationDefinitions definitions;
    private final WorkingDays workingDays;
    private final Clock clock;

    ReviewQueue(JdbcClient jdbc, ApplicationDefinitions definitions, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.definitions = definitions;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public Slice<QueueRow> list(ApplicationKind kind, DistrictId district, QueueFilter filter, Cursor cursor) {
        return rows(kind, district, filter, cursor, Slice.SIZE);
    }

    /** A batch of an export: the same rows in the same order. */
    public Slice<QueueRow> batch(ApplicationKind kind, DistrictId district, QueueFilter filter, Cursor cursor) {
        return rows(kind, district, filter, cursor, Batches.SIZE);
    }

    private Slice<QueueRow> rows(
            ApplicationKind kind, DistrictId district, QueueFilter filter, Cursor cursor, int size) {
        Query query = new Query(kind, district, filter);
        String order = " ORDER BY submitted_at, number";
        if (!cursor.atStart()) {
            query.and("(submitted_at, number) " + (cursor.backwards() ? "<" : ">") + " (:at, :number)");
            query.params.put("at", Timestamp.from(cursor.instant(0)));
            query.params.put("number", cursor.keys().get(1));
            if (cursor.backwards()) {
                order = " ORDER BY submitted_at DESC, number DESC";
            }
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        List<QueueRow> rows = jdbc.sql(
                        "SELECT number, status, round, title, tag, subject_id, contact_name, contact_mobile,"
                                + " submitted_at, due_on, told_at FROM application WHERE " + query.where + order
                                + " LIMIT "
                                + (size + 1))
                .params(query.params)
                .query((row, i) -> row(kind, row, now, today))
                .list();
        Slice<QueueRow> page = Slice.of(rows, cursor, row -> Cursor.write(row.submittedAt(), row.number()), size);
        Map<UUID, SubjectName> names = definitions
                .of(kind)
                .presenter()
                .nameSubjects(page.items().stream().map(QueueRow::subject).toList());
        return new Slice<>(page.items().stream().map(row -> named(row, names)).toList(), page.previous(), page.next());
    }

    /** How many rows the filter finds, counted up to {@link CappedCount#LIMIT}. */
    public CappedCount count(ApplicationKind kind, DistrictId district, QueueFilter filter) {
        Query query = new Query(kind, district, filter);
        return CappedCount.ofCountedUpToOneMore(jdbc.sql("SELECT count(*) FROM (SELECT 1 FROM application WHERE "
                        + query.where + " LIMIT " + (CappedCount.LIMIT + 1) + ") AS found")
                .params(query.params)
                .query(Long.class)
                .single());
    }

    /** The pending application that has waited longest, other than the given one: 提交并看下一条. */
    public Optional<ApplicationNumber> next(ApplicationKind kind, DistrictId district, ApplicationNumber after) {
        return jdbc.sql(
                        "SELECT number FROM application WHERE district_id = :district AND kind = :kind AND status = 'PENDING'"
                                + " AND number <> :after ORDER BY submitted_at, number LIMIT 1")
                .param("district", district.value())
                .param("kind", kind.code())
                .param("after", after.value())
                .query(String.class)
                .optional()
                .map(ApplicationNumber::new);
    }

    private QueueRow row(ApplicationKind kind, ResultSet row, Instant now, LocalDate today) throws SQLException {
        ReviewStatus status = ReviewStatus.valueOf(row.getString("status"));
        Instant submittedAt = row.getTimestamp("submitted_at").toInstant();
        LocalDate due = row.getDate("due_on").toLocalDate();
        return new QueueRow(
                new ApplicationNumber(row.getString("number")),
                kind,
                status,
                row.getInt("round"),
                row.getString("title"),
                row.getString("tag"),
                row.getObject("subject_id", UUID.class),
                GONE,
                row.getString("contact_name"),
                MobileNumber.parse(row.getString("contact_mobile")).value(),
                submittedAt,
                due,
                workingDays.between(submittedAt, now),
                LocalDate.ofInstant(submittedAt, clock.getZone()).equals(today),
                status == ReviewStatus.PENDING ? urgency(due, today) : QueueRow.Urgency.NONE,
                row.getTimestamp("told_at") != null);
    }

    private QueueRow.Urgency urgency(LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            return QueueRow.Urgency.OVERDUE;
        }
        return due.isAfter(workingDays.due(clock.instant(), 1)) ? QueueRow.Urgency.NONE : QueueRow.Urgency.DUE;
    }

    private static QueueRow named(QueueRow row, Map<UUID, SubjectName> names) {
        return new QueueRow(
                row.number(),
                row.kind(),
                row.status(),
                row.round(),
                row.title(),
                row.tag(),
                row.subject(),
                names.getOrDefault(row.subject(), GONE),
                row.contactName(),
                row.contactMobile(),
                row.submittedAt(),
                row.dueOn(),
                row.waited(),
                row.today(),
                row.urgency(),
                row.told());
    }

    /** The filter as SQL; values are parameters, never text of the query. */
    private final class Query {

        private final Map<String, Object> params = new HashMap<>();
        private String where = "district_id = :district AND kind = :kind";

        private Query(ApplicationKind kind, DistrictId district, QueueFilter filter) {
            params.put("district", district.value());
            params.put("kind", kind.code());
            filter.tab().status().ifPresent(status -> and("status = :status", "status", status.name()));
            String text = ChineseText.fold(filter.text());
            if (!text.isEmpty()) {
                and("search_key LIKE :text", "text", "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%");
            }
            if (filter.street() != null) {
                and("street_id = :street", "street", filter.street());
            }
            if (filter.tag() != null) {
                and("tag = :tag", "tag", filter.tag());
            }
            if (filter.from() != null) {
                and("submitted_at >= :from", "from", startOf(filter.from()));
            }
            if (filter.to() != null) {
                and("submitted_at < :to", "to", startOf(filter.to().plusDays(1)));
            }
            if (filter.untold()) {
                and(UNTOLD);
            }
        }

        private void and(String condition) {
            where += " AND " + condition;
        }

        private void and(String condition, String name, Object value) {
            and(condition);
            params.put(name, value);
        }

        private Timestamp startOf(LocalDate day) {
            return Timestamp.from(day.atStartOfDay(clock.getZone()).toInstant());
        }
    }
}
