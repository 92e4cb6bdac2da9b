package org.maintenancefund.area.importing;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.importing.ImportMatcher.Match;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of imports. There may be a hundred thousand of one: they are read some at a time, behind a row. */
@Component
@RequiredArgsConstructor
class ImportRows {

    private static final Keyset<ImportRow> LIST = new Keyset<>(
            ImportRow.COLUMNS,
            "FROM area_import_row",
            List.of(new Keyset.Key("row_number", Integer.class)),
            false,
            ImportRow::of);

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    void insert(UUID id, List<Match> matches) {
        template.batchUpdate(
                "INSERT INTO area_import_row (import_id, row_number, outcome, cells, area_id, changes, faults)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                matches,
                matches.size(),
                (statement, match) -> {
                    statement.setObject(1, id);
                    statement.setInt(2, match.line().number());
                    statement.setString(3, match.outcome().name());
                    array(statement, 4, match.line().cells().toArray(String[]::new));
                    statement.setObject(5, uuid(match.record()));
                    array(statement, 6, ImportRow.stored(match.changes()));
                    statement.setString(7, match.faults());
                });
    }

    /** The rows of a kind, in their order. */
    Listing<ImportRow> list(UUID id, RowOutcome kind) {
        return LIST.where(
                jdbc, new Conditions().equal("import_id", Optional.of(id)).equal("outcome", Optional.of(kind)));
    }

    /** The next rows to enter or to change, behind a row. */
    List<ImportRow> nextToApply(ImportView run, int behind, int limit) {
        return jdbc.sql("SELECT " + ImportRow.COLUMNS + " FROM area_import_row WHERE import_id = :id"
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

    /** Ticks rows off; each with the area that it entered or changed. */
    void markApplied(UUID id, Map<Integer, AreaId> areas) {
        template.batchUpdate(
                "UPDATE area_import_row SET applied = true, area_id = ? WHERE import_id = ? AND row_number = ?",
                new ArrayList<>(areas.entrySet()),
                Math.max(1, areas.size()),
                (statement, applied) -> {
                    statement.setObject(1, uuid(applied.getValue()));
                    statement.setObject(2, id);
                    statement.setInt(3, applied.getKey());
                });
    }

    /** A row that was right when it was read and is not any more. */
    void markFaulty(UUID id, ImportRow row, String faults) {
        jdbc.sql("UPDATE area_import_row SET outcome = 'FAULTY', faults = ? WHERE import_id = ? AND row_number = ?")
                .params(faults, id, row.line().number())
                .update();
    }

    /** Those that did nothing to the list. */
    void deleteUnapplied(UUID id) {
        jdbc.sql("DELETE FROM area_import_row WHERE import_id = ? AND NOT applied")
                .param(id)
                .update();
    }

    private static @Nullable UUID uuid(@Nullable AreaId area) {
        return area == null ? null : area.value();
    }

    private static void array(PreparedStatement statement, int parameter, Object[] values) throws SQLException {
        Object[] stored = values.length == 0 ? new String[0] : values;
        statement.setArray(parameter, statement.getConnection().createArrayOf("text", stored));
    }
}
