package org.maintenancefund.area.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.importing.ImportMatcher.Line;
import org.maintenancefund.area.importing.ImportMatcher.Match;

/**
 * A row as it was read and shown.
 *
 * @param record  the area it is about, once there is one
 * @param changes what it changes of that area
 * @param faults  what is wrong with it, or empty
 * @param applied whether it was entered or changed
 */
record ImportRow(
        Line line,
        RowOutcome outcome,
        @Nullable AreaId record,
        List<FieldChange> changes,
        String faults,
        boolean applied) {

    static final String COLUMNS = "row_number, cells, outcome, area_id, changes, faults, applied";

    /** True where the row still means what was shown when it was confirmed. */
    boolean stillMeans(Match now) {
        return outcome == now.outcome() && Objects.equals(record, now.record()) && changes.equals(now.changes());
    }

    static ImportRow of(ResultSet row, int number) throws SQLException {
        UUID area = row.getObject("area_id", UUID.class);
        return new ImportRow(
                new Line(row.getInt("row_number"), List.of((String[])
                        row.getArray("cells").getArray())),
                RowOutcome.valueOf(row.getString("outcome")),
                area == null ? null : new AreaId(area),
                Arrays.stream((Object[]) row.getArray("changes").getArray())
                        .map(String[].class::cast)
                        .map(change -> new FieldChange(change[0], change[1], change[2]))
                        .toList(),
                row.getString("faults"),
                row.getBoolean("applied"));
    }

    /** As the column keeps them: one row of label, before and after for each. */
    static String[][] stored(List<FieldChange> changes) {
        return changes.stream()
                .map(change -> new String[] {change.label(), change.before(), change.after()})
                .toArray(String[][]::new);
    }
}
