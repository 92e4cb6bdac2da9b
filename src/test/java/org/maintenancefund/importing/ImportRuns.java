package org.maintenancefund.importing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Imports of whatever kind: how they stand, what people decide about them, and workers that begin and are never seen again. */
@TestComponent
public class ImportRuns {

    /** Name of the job that works at them. */
    public static final String TASK = ImportJob.TASK.getTaskName();

    @Autowired
    Imports imports;

    @Autowired
    ImportProgress progress;

    @Autowired
    ApplyingSteps steps;

    @Autowired
    JdbcClient jdbc;

    public ImportView get(UUID id) {
        return jdbc.sql("SELECT " + ImportView.COLUMNS + " FROM import_run WHERE id = :id")
                .param("id", id)
                .query(ImportView.ROWS)
                .single();
    }

    /** How many of its rows are kept. */
    public int rows(UUID id) {
        return jdbc.sql("SELECT count(*) FROM import_row WHERE import_id = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    public void confirm(UUID id) {
        confirm(id, null);
    }

    public void confirm(UUID id, @Nullable DoubtfulRows doubtful) {
        imports.confirm(get(id), doubtful);
    }

    public void discard(UUID id) {
        imports.discard(get(id));
    }

    public void retry(UUID id) {
        imports.retry(get(id));
    }

    /** A worker takes it up and begins to read; returns who that was. */
    public UUID beginReading(UUID id) {
        UUID worker = UUID.randomUUID();
        progress.takeUp(id, worker);
        progress.beginReading(id, worker);
        return worker;
    }

    /** A worker takes it up and begins to apply; returns who that was. */
    public UUID beginApplying(UUID id) {
        UUID worker = UUID.randomUUID();
        progress.takeUp(id, worker);
        steps.stay(get(id), worker);
        return worker;
    }
}
