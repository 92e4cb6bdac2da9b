package org.maintenancefund.area.importing;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.importing.ImportMatcher.Line;
import org.maintenancefund.area.importing.ImportMatcher.Match;
import org.maintenancefund.area.importing.ImportMatcher.Outcome;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports as people have to do with them: a file is taken, looked through, confirmed or given up. */
@Component
class ImportBook {

    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final AuditTrail trail;
    private final Clock clock;

    ImportBook(JdbcClient jdbc, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.trail = trail;
        this.clock = clock;
    }

    /** Takes a file; a worker reads it next. */
    @Transactional
    public UUID upload(String filename, byte[] content, CurrentUser by) {
        UUID id = Ids.next();
        jdbc.sql("INSERT INTO area_import (id, filename, content, state, uploaded_at, uploaded_by, username, person,"
                        + " organisation_id, organisation) VALUES (:id, :filename, :content, 'WAITING', :at, :by,"
                        + " :username, :person, :organisationId, :organisation)")
                .param("id", id)
                .param("filename", filename.substring(0, Math.min(200, filename.length())))
                .param("content", content)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("username", by.username())
                .param("person", by.personName())
                .param("organisationId", by.organisation().id())
                .param("organisation", by.organisationName())
                .update();
        trail.record(AuditEvent.of("AREA_IMPORT_UPLOADED").on("import", id, filename));
        return id;
    }

    /** 确认导入, once it was read. */
    @Transactional
    public void confirm(UUID id) {
        move(
                id,
                "UPDATE area_import SET state = 'CONFIRMED', leased_by = NULL, leased_until = NULL"
                        + " WHERE id = :id AND state = 'READ' AND new_rows + changed_rows > 0");
        trail.record(AuditEvent.of("AREA_IMPORT_CONFIRMED").on("import", id, get(id).filename()));
    }

    /** 放弃, before anything was imported. */
    @Transactional
    public void discard(UUID id) {
        jdbc.sql("UPDATE area_import SET content = NULL, state = 'DISCARDED', finished_at = :now, leased_by = NULL"
                        + " WHERE id = :id AND state IN ('WAITING', 'READING', 'READ')")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        jdbc.sql("DELETE FROM area_import_row r USING area_import i"
                        + " WHERE r.import_id = :id AND i.id = r.import_id AND i.state = 'DISCARDED'")
                .param("id", id)
                .update();
    }

    private void move(UUID id, String update) {
        if (jdbc.sql(update).param("id", id).update() == 0) {
            throw Refusal.because("area.import.not-now");
        }
    }

    ImportView get(UUID id) {
        return jdbc.sql("SELECT * FROM area_import WHERE id = :id")
                .param("id", id)
                .query(ImportView::of)
                .optional()
                .orElseThrow(() -> new NotFound("import " + id));
    }

    List<ImportView> latest() {
        return jdbc.sql("SELECT * FROM area_import ORDER BY uploaded_at DESC LIMIT " + LATEST)
                .query(ImportView::of)
                .list();
    }

    /** The first faulty rows from a row on, with all their cells. */
    List<Match> faulty(UUID id, int behind, int limit) {
        return jdbc.sql("SELECT row_number, cells, faults FROM area_import_row WHERE import_id = :id"
                        + " AND outcome = 'FAULTY' AND row_number > :behind ORDER BY row_number LIMIT :limit")
                .param("id", id)
                .param("behind", behind)
                .param("limit", limit)
                .query((row, n) -> new Match(
                        new Line(row.getInt(1), List.of((String[])
                                row.getArray(2).getArray())),
                        Outcome.FAULTY,
                        null,
                        null,
                        row.getString(3)))
                .list();
    }
}
