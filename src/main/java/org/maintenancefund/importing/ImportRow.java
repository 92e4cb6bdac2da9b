package org.maintenancefund.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.sheet.CellFault;

/**
 * A row as it was read and is kept.
 *
 * @param number  as the sheet counts, from 1
 * @param record  what it is about, once that is on record
 * @param changes what it changes of that
 * @param faults  what is wrong with it; of a doubtful one what is asked about it
 * @param applied whether it was entered or changed
 */
public record ImportRow(
        int number,
        List<String> cells,
        RowOutcome outcome,
        @Nullable UUID record,
        List<FieldChange> changes,
        List<CellFault> faults,
        boolean applied) {

    static final String COLUMNS = "row_number, cells, outcome, record_id, changes, faults, applied";

    public ImportRow {
        cells = List.copyOf(cells);
        changes = List.copyOf(changes);
        faults = List.copyOf(faults);
    }

    /** One that was read and has nothing wrong with it. */
    public static ImportRow of(
            ImportLine<?> line, RowOutcome outcome, @Nullable UUID record, List<FieldChange> changes) {
        return new ImportRow(line.number(), line.cells(), outcome, record, changes, List.of(), false);
    }

    public static ImportRow faulty(ImportLine<?> line, @Nullable UUID record, List<CellFault> faults) {
        return new ImportRow(line.number(), line.cells(), RowOutcome.FAULTY, record, List.of(), faults, false);
    }

    /** True where the row still means what was shown when it was confirmed. */
    public boolean stillMeans(ImportRow now) {
        return outcome == now.outcome() && Objects.equals(record, now.record()) && changes.equals(now.changes());
    }

    /** What is wrong with it, in one line. */
    public String faultText() {
        return faults.stream().map(CellFault::line).collect(Collectors.joining("；"));
    }

    static ImportRow of(ResultSet row, int place) throws SQLException {
        int number = row.getInt("row_number");
        return new ImportRow(
                number,
                List.of((String[]) row.getArray("cells").getArray()),
                RowOutcome.valueOf(row.getString("outcome")),
                row.getObject("record_id", UUID.class),
                read(row, "changes", parts -> new FieldChange(parts[0], parts[1], parts[2])),
                read(row, "faults", parts -> new CellFault(number, parts[0], parts[1], parts[2], parts[3])),
                row.getBoolean("applied"));
    }

    private static <T> List<T> read(ResultSet row, String column, Function<String[], T> reader) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String[].class::cast)
                .map(reader)
                .toList();
    }

    /** As the column keeps them: label, before and after of each. */
    String[][] storedChanges() {
        return changes.stream()
                .map(change -> new String[] {change.label(), change.before(), change.after()})
                .toArray(String[][]::new);
    }

    /** As the column keeps them: address, column, value and sentence of each. */
    static String[][] stored(List<CellFault> faults) {
        return faults.stream()
                .map(fault -> new String[] {fault.cell(), fault.column(), fault.value(), fault.text()})
                .toArray(String[][]::new);
    }
}
