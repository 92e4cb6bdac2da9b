package org.maintenancefund.application.domain;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.OwnApplication;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The applications of an organisation for its own list: newest first, by keyset. */
@Component
public class OwnApplications {

    private static final String OWN =
            " FROM application WHERE applicant_type = :type AND applicant_id = :applicant AND kind = :kind";

    private final JdbcClient jdbc;

    OwnApplications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(OwnApplication application, Instant firstSubmittedAt) {

        String cursor() {
            return Cursor.write(firstSubmittedAt, application.number());
        }
    }

    public Slice<OwnApplication> page(ApplicationKind kind, OrgRef applicant, Cursor cursor) {
        Map<String, Object> params = params(kind, applicant);
        String behind = "";
        if (!cursor.atStart()) {
            behind = " AND (first_submitted_at, number) " + (cursor.backwards() ? ">" : "<") + " (:at, :number)";
            params.put("at", Timestamp.from(instant(cursor.keys().get(0))));
            params.put("number", cursor.keys().get(1));
        }
        String order = cursor.backwards() ? "" : " DESC";
        List<Row> rows = jdbc.sql("SELECT number, title, tag, status, submitted_at, first_submitted_at" + OWN + behind
                        + " ORDER BY first_submitted_at" + order + ", number" + order + " LIMIT " + (Slice.SIZE + 1))
                .params(params)
                .query((row, i) -> new Row(
                        new OwnApplication(
                                new ApplicationNumber(row.getString(1)),
                                row.getString(2),
                                row.getString(3) == null ? "" : row.getString(3),
                                ReviewStatus.valueOf(row.getString(4)),
                                row.getTimestamp(5).toInstant()),
                        row.getTimestamp(6).toInstant()))
                .list();
        Slice<Row> page = Slice.of(rows, cursor, Row::cursor);
        return new Slice<>(page.items().stream().map(Row::application).toList(), page.previous(), page.next());
    }

    public CappedCount count(ApplicationKind kind, OrgRef applicant) {
        return CappedCount.ofCountedUpToOneMore(
                jdbc.sql("SELECT count(*) FROM (SELECT 1" + OWN + " LIMIT " + (CappedCount.LIMIT + 1) + ") AS found")
                        .params(params(kind, applicant))
                        .query(Long.class)
                        .single());
    }

    private static Map<String, Object> params(ApplicationKind kind, OrgRef applicant) {
        return new HashMap<>(Map.of(
                "type", applicant.type().name(),
                "applicant", applicant.id(),
                "kind", kind.code()));
    }

    /** A key that somebody made up reads as the first of all. */
    private static Instant instant(String word) {
        try {
            return Instant.parse(word);
        } catch (DateTimeParseException tamperedWith) {
            return Instant.EPOCH;
        }
    }
}
