package org.maintenancefund.area.importing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.importing.ConfirmForm.ByName;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Filenames;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Imports as people have to do with them: a file is taken, looked through, confirmed, tried again or given up. */
@Component
@RequiredArgsConstructor
class AreaImports {

    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final ImportRows rows;
    private final AuditTrail trail;
    private final SchedulerClient jobs;
    private final Clock clock;

    /**
     * Takes a file; a worker reads it next.
     *
     * @param sent the name it came with, perhaps with a path
     */
    @Transactional
    public UUID upload(@Nullable String sent, InputStreamSource content, long size, CurrentUser by) {
        UUID id = Ids.next();
        String filename = Filenames.clean(sent);
        jdbc.sql("INSERT INTO area_import (id, filename, content, state, uploaded_at, uploaded_by, username, person,"
                        + " organisation_id, organisation) VALUES (:id, :filename, :content, 'WAITING', :at, :by,"
                        + " :username, :person, :organisationId, :organisation)")
                .param("id", id)
                .param("filename", filename)
                .param("content", new SqlBinaryValue(content, size))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("username", by.username())
                .param("person", by.personName())
                .param("organisationId", by.organisation().id())
                .param("organisation", by.organisationName())
                .update();
        trail.record(AuditEvent.of("AREA_IMPORT_UPLOADED").on("import", id, filename));
        enqueue(id);
        return id;
    }

    /**
     * 确认导入, once it was read.
     *
     * @param byName what becomes of the rows that were found by their name only; must be said where there are any
     */
    @Transactional
    public void confirm(UUID id, @Nullable ByName byName) {
        int confirmed = jdbc.sql("UPDATE area_import SET state = 'CONFIRMED', by_name = :byName, worker = NULL"
                        + " WHERE id = :id AND state = 'READ'"
                        + " AND new_rows + changed_rows + by_name_rows > 0"
                        + " AND (by_name_rows = 0 OR CAST(:byName AS text) IS NOT NULL)")
                .param("byName", byName == null ? null : byName.name(), Types.VARCHAR)
                .param("id", id)
                .update();
        record(id, confirmed, "area.import.not-now", "AREA_IMPORT_CONFIRMED");
        enqueue(id);
    }

    /** 重新导入 of one that failed, from where it stopped: the file is still here, or the rows that aren't applied yet. */
    @Transactional
    public void retry(UUID id) {
        int waiting = jdbc.sql(
                        "UPDATE area_import SET state = CASE WHEN content IS NULL THEN 'CONFIRMED' ELSE 'WAITING' END,"
                                + " refusal = '', tries = 0 WHERE id = ? AND state = 'FAILED'")
                .param(id)
                .update();
        record(id, waiting, "area.import.not-failed", "AREA_IMPORT_RETRIED");
        enqueue(id);
    }

    /** 放弃, as long as it isn't at its end; what was imported before stays. */
    @Transactional
    public void discard(UUID id) {
        int discarded = jdbc.sql("UPDATE area_import SET content = NULL, refusal = '', state = 'DISCARDED',"
                        + " finished_at = :now, worker = NULL"
                        + " WHERE id = :id AND state NOT IN ('REFUSED', 'DONE', 'DISCARDED')")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        record(id, discarded, "area.import.ended", "AREA_IMPORT_DISCARDED");
        rows.deleteUnapplied(id);
    }

    private void enqueue(UUID id) {
        jobs.schedule(ImportJob.TASK.instance(Ids.next().toString()).data(id).scheduledTo(clock.instant()));
    }

    private void record(UUID id, int done, String refusal, String event) {
        ImportView run = get(id);
        if (done == 0) {
            throw Refusal.because(refusal);
        }
        trail.record(AuditEvent.of(event).on("import", id, run.filename()));
    }

    ImportView get(UUID id) {
        return jdbc.sql("SELECT " + ImportView.COLUMNS + " FROM area_import WHERE id = :id")
                .param("id", id)
                .query(ImportView.ROWS)
                .optional()
                .orElseThrow(() -> new NotFound("import " + id));
    }

    List<ImportView> latest() {
        return jdbc.sql("SELECT " + ImportView.COLUMNS + " FROM area_import ORDER BY uploaded_at DESC LIMIT " + LATEST)
                .query(ImportView.ROWS)
                .list();
    }
}
