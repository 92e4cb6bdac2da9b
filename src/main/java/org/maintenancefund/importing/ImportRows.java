package org.maintenancefund.importing;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.web.sheet.CellFault;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of imports. There may be a hundred thousand of one: they are read some at a time, behind a row. */
@Component
@RequiredArgsConstructor
public class ImportRows {

    private static final int BATCH = 500;

    private static final Keyset<ImportRow> LIST = new Keyset<>(
            ImportRow.COLUMNS,
            "FROM import_row",
            List.of(new Keyset.Key("row_number", Integer.class)),
            false,
            ImportRow::of);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    /** The rows of a kind, in their order. */
    public Listing<ImportRow> list(UUID id, RowOutcome kind) {
        return LIST.where(
                jdbc, new Conditions().equal("import_id", Optional.of(id)).equal("outcome", Optional.of(kind)));
    }

    /** The next rows to enter or to change, behind a row. */
    public List<ImportRow> nextToApply(ImportView run, int behind, int limit) {
        return jdbc.sql("SELECT " + ImportRow.COLUMNS + " FROM import_row WHERE import_id = :id"
                        + " AND outcome = ANY (:kinds) AND NOT applied AND row_number > :behind"
                        + " ORDER BY row_number LIMIT :limit")
                .param("id", run.id())
                .param(
                        "kinds",
                        run.appliedKinds().stream().map(RowOutcome::name).toArray(String[]::new))
                .param("behind", behind)
                .param("limit", limit)
                .query(ImportRow::of)
                .list();
    }

    void insert(UUID id, List<ImportRow> rows) {
        template.batchUpdate(
                "INSERT INTO import_row (import_id, row_number, outcome, cells, record_id, changes, faults)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows,
                BATCH,
                (statement, row) -> {
                    statement.setObject(1, id);
                    statement.setInt(2, row.number());
                    statement.setString(3, row.outcome().name());
                    array(statement, 4, row.cells().toArray(String[]::new));
                    statement.setObject(5, row.record());
                    array(statement, 6, row.storedChanges());
                    array(statement, 7, ImportRow.stored(row.faults()));
                });
    }

    /** What some rows mean by now. */
    void update(UUID id, List<ImportRow> rows) {
        template.batchUpdate(
                "UPDATE import_row SET outcome = ?, record_id = ?, changes = ?, faults = ?"
                        + " WHERE import_id = ? AND row_number = ?",
                rows,
                BATCH,
                (statement, row) -> {
                    statement.setString(1, row.outcome().name());
                    statement.setObject(2, row.record());
                    array(statement, 3, row.storedChanges());
                    array(statement, 4, ImportRow.stored(row.faults()));
                    statement.setObject(5, id);
                    statement.setInt(6, row.number());
                });
    }

    /** New rows that somebody is asked about before they are entered. */
    void ask(UUID id, Map<Integer, List<CellFault>> doubts) {
        template.batchUpdate(
                "UPDATE import_row SET outcome = 'DOUBTFUL', faults = ?"
                        + " WHERE import_id = ? AND row_number = ? AND outcome = 'NEW'",
                List.copyOf(doubts.entrySet()),
                BATCH,
                (statement, doubt) -> {
                    array(statement, 1, ImportRow.stored(doubt.getValue()));
                    statement.setObject(2, id);
                    statement.setInt(3, doubt.getKey());
                });
    }

    /** Ticks rows off; each with what it entered or changed. */
    void markApplied(UUID id, Map<Integer, UUID> records) {
        template.batchUpdate(
                "UPDATE import_row SET applied = true, record_id = ? WHERE import_id = ? AND row_number = ?",
                List.copyOf(records.entrySet()),
                BATCH,
                (statement, applied) -> {
                    statement.setObject(1, applied.getValue());
                    statement.setObject(2, id);
                    statement.setInt(3, applied.getKey());
                });
    }

    /** Those that did nothing to the register. */
    void deleteUnapplied(UUID id) {
        jdbc.sql("DELETE FROM import_row WHERE import_id = ? AND NOT applied")
                .param(id)
                .update();
    }

    /** All of them: what they told is in the register, or nowhere. */
    void delete(UUID id) {
        jdbc.sql("DELETE FROM import_row WHERE import_id = ?").param(id).update();
    }

    private static void array(PreparedStatement statement, int parameter, Object[] values) throws SQLException {
        Object[] stored = values.length == 0 ? new String[0] : values;
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", stored));
    }
}
