package org.maintenancefund.importing;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.web.Filenames;
import org.springframework.core.io.InputStreamSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Imports as people have to do with them: a file is taken, looked through, confirmed, tried again or given up. Who may, asks
 * the module of the register.
 */
@Service
@RequiredArgsConstructor
public class Imports {

    private static final int LATEST = 20;

    private final JdbcClient jdbc;
    private final ImportDefinitions definitions;
    private final ImportRows rows;
    private final ImportProperties limits;
    private final AuditTrail trail;
    private final SchedulerClient jobs;
    private final Clock clock;

    /**
     * A file to import.
     *
     * @param kind   which {@link ImportDefinition} it is of
     * @param scope  what its rows belong to, or empty
     * @param remark what was told with it, or empty
     * @param name   the name it came with, perhaps with a path
     * @param size   in bytes
     */
    public record Upload(
            String kind,
            String scope,
            String remark,
            @Nullable String name,
            InputStreamSource content,
            long size) {}

    /** Takes a file; a worker reads it next. */
    @Transactional
    public UUID upload(Upload file, CurrentUser by) {
        UUID id = Ids.next();
        String filename = Filenames.clean(file.name());
        jdbc.sql("INSERT INTO import_run (id, kind, scope, remark, all_or_none, filename, content, state, uploaded_at,"
                        + " uploaded_by, username, person, role, organisation_type, organisation_id, organisation,"
                        + " district_id) VALUES (:id, :kind, :scope, :remark, :allOrNone, :filename, :content, 'WAITING',"
                        + " :at, :by, :username, :person, :role, :organisationType, :organisationId, :organisation,"
                        + " :district)")
                .param("id", id)
                .param("kind", file.kind())
                .param("scope", file.scope())
                .param("remark", file.remark())
                .param("allOrNone", definitions.of(file.kind()).isAllOrNone())
                .param("filename", filename)
                .param("content", new SqlBinaryValue(file.content(), file.size()))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("username", by.username())
                .param("person", by.personName())
                .param("role", by.role().name())
                .param("organisationType", by.organisation().type().name())
                .param("organisationId", by.organisation().id())
                .param("organisation", by.organisationName())
                .param("district", by.districtIfAny().map(DistrictId::value).orElse(null), Types.OTHER)
                .update();
        trail.record(of(AuditEvent.of("IMPORT_UPLOADED"), file.kind(), id, filename));
        enqueue(id);
        return id;
    }

    /**
     * 确认导入, once it was read.
     *
     * @param doubtful what becomes of the rows that are asked about; must be said where there are any
     */
    @Transactional
    public void confirm(ImportView seen, @Nullable DoubtfulRows doubtful) {
        ImportView run = lock(seen);
        if (!run.isConfirmable() || run.doubtfulRows() > 0 && doubtful == null) {
            throw Refusal.because("importing.not-now");
        }
        jdbc.sql("UPDATE import_run SET state = 'CONFIRMED', doubtful = :doubtful, worker = NULL WHERE id = :id")
                .param("doubtful", doubtful == null ? null : doubtful.name(), Types.VARCHAR)
                .param("id", run.id())
                .update();
        trail.record(of(AuditEvent.of("IMPORT_CONFIRMED"), run));
        enqueue(run.id());
    }

    /** 重新导入 of one that failed, from where it stopped: the file is still here, or the rows that aren't applied yet. */
    @Transactional
    public void retry(ImportView seen) {
        ImportView run = lock(seen);
        if (run.state() != ImportState.FAILED) {
            throw Refusal.because("importing.not-failed");
        }
        jdbc.sql("UPDATE import_run SET state = CASE WHEN content IS NULL THEN 'CONFIRMED' ELSE 'WAITING' END,"
                        + " refusal = '', tries = 0 WHERE id = ?")
                .param(run.id())
                .update();
        trail.record(of(AuditEvent.of("IMPORT_RETRIED"), run));
        enqueue(run.id());
    }

    /** 放弃, as long as it isn't at its end; what was imported before stays. */
    @Transactional
    public void discard(ImportView seen) {
        ImportView run = lock(seen);
        if (run.state().isEnded()) {
            throw Refusal.because("importing.ended");
        }
        discard(run.id());
        trail.record(of(AuditEvent.of("IMPORT_DISCARDED"), run));
    }

    /** Gives up what nobody confirmed for long: nobody needs the rows, and there are names in them. */
    @Transactional
    public void discardForgotten() {
        jdbc.sql("SELECT id FROM import_run WHERE state IN ('READ', 'FAILED') AND uploaded_at < :before FOR UPDATE")
                .param("before", Timestamp.from(clock.instant().minus(limits.kept())))
                .query(UUID.class)
                .list()
                .forEach(this::discard);
    }

    private void discard(UUID id) {
        jdbc.sql("UPDATE import_run SET content = NULL, refusal = '', state = 'DISCARDED', finished_at = :now,"
                        + " worker = NULL WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
        rows.deleteUnapplied(id);
    }

    /** As it is, until the end of the transaction. */
    private ImportView lock(ImportView seen) {
        return jdbc.sql("SELECT " + ImportView.COLUMNS + " FROM import_run WHERE id = :id FOR UPDATE")
                .param("id", seen.id())
                .query(ImportView.ROWS)
                .single();
    }

    private void enqueue(UUID id) {
        jobs.schedule(ImportJob.TASK.instance(Ids.next().toString()).data(id).scheduledTo(clock.instant()));
    }

    private static AuditEvent of(AuditEvent event, ImportView run) {
        return of(event, run.kind(), run.id(), run.filename());
    }

    private static AuditEvent of(AuditEvent event, String kind, UUID id, String filename) {
        return event.on("import", id, filename).change("importKind", null, Messages.of("importing.kind." + kind));
    }

    /** The import of that kind; throws {@link NotFound} where there is none. */
    @Transactional(readOnly = true)
    public ImportView get(String kind, UUID id) {
        return jdbc.sql("SELECT " + ImportView.COLUMNS + " FROM import_run WHERE id = :id AND kind = :kind")
                .param("id", id)
                .param("kind", kind)
                .query(ImportView.ROWS)
                .optional()
                .orElseThrow(() -> new NotFound("import " + id));
    }

    /** The latest of that kind and any of the scopes, the last first. */
    @Transactional(readOnly = true)
    public List<ImportView> latest(String kind, String... scopes) {
        return jdbc.sql("SELECT " + ImportView.COLUMNS + " FROM import_run WHERE kind = :kind AND scope = ANY (:scopes)"
                        + " ORDER BY uploaded_at DESC LIMIT " + LATEST)
                .param("kind", kind)
                .param("scopes", scopes)
                .query(ImportView.ROWS)
                .list();
    }
}
