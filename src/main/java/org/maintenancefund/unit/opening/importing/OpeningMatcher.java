package org.maintenancefund.unit.opening.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.importing.FieldChange;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.RowFaults;
import org.maintenancefund.importing.RowMatcher;
import org.maintenancefund.importing.RowOutcome;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.opening.OpeningDoubts;
import org.maintenancefund.unit.opening.OpeningEntry;
import org.maintenancefund.unit.opening.OpeningFigures;
import org.maintenancefund.unit.opening.OpeningList;
import org.maintenancefund.unit.opening.OpeningView;
import org.maintenancefund.web.sheet.CellFault;

/**
 * Compares the rows of one file with the sheet of their area. What is not checked yet may change: a row of a unit that is
 * entered already puts its amounts right.
 */
@RequiredArgsConstructor
final class OpeningMatcher implements RowMatcher<OpeningColumn> {

    private final OpeningList units;
    private final OpeningFigures figures;
    private final ImportHeader<OpeningColumn> header;
    private final OpeningRowReader reader;
    private final OpeningView sheet;

    /** The first row of each unit. */
    private final Map<UnitId, Integer> seen = new HashMap<>();

    private final Map<Integer, OpeningEntry> told = new LinkedHashMap<>();

    /** The first row that is new and not asked about: where it is asked who is left out. */
    private @Nullable ImportRow firstNew;

    @Override
    public List<ImportRow> match(List<ImportLine<OpeningColumn>> lines) {
        Map<String, OpeningList.Row> there =
                units.numbered(lines.stream().map(reader::number).toList());
        List<ImportRow> rows = new ArrayList<>();
        for (ImportLine<OpeningColumn> line : lines) {
            ImportRow row = match(line, there.get(reader.number(line)));
            if (firstNew == null && row.outcome() == RowOutcome.NEW) {
                firstNew = row;
            }
            rows.add(row);
        }
        return rows;
    }

    private ImportRow match(ImportLine<OpeningColumn> line, OpeningList.@Nullable Row found) {
        RowFaults<OpeningColumn> faults = RowFaults.of(header, line);
        OpeningList.Row unit = reader.unit(line, found, faults);
        Integer first = unit == null ? null : seen.putIfAbsent(unit.id(), line.number());
        if (first != null) {
            faults.add(OpeningColumn.NUMBER, "unit.import.twice", first);
        }
        OpeningEntry entry = reader.entry(line, unit, faults);
        OpeningList.Line known = unit == null ? null : unit.line();
        List<FieldChange> changes = entry == null ? List.of() : changes(entry, known);
        if (known != null && !changes.isEmpty() && !known.sheet().equals(sheet.id())) {
            faults.add(OpeningColumn.BALANCE, "unit.opening.refusal.approved-line");
        }
        if (unit == null || entry == null || !faults.isEmpty()) {
            return ImportRow.faulty(line, unit == null ? null : unit.id().value(), faults.list());
        }
        if (changes.isEmpty()) {
            return ImportRow.of(line, RowOutcome.SAME, unit.id().value(), List.of());
        }
        told.put(line.number(), entry);
        RowOutcome outcome = known == null ? RowOutcome.NEW : RowOutcome.CHANGED;
        return OpeningDoubts.about(entry.original(), entry.balance())
                .map(doubt -> doubtful(line, unit, changes, doubt))
                .orElseGet(() -> ImportRow.of(line, outcome, unit.id().value(), changes));
    }

    private ImportRow doubtful(
            ImportLine<OpeningColumn> line, OpeningList.Row unit, List<FieldChange> changes, Reason doubt) {
        return new ImportRow(
                line.number(),
                line.cells(),
                RowOutcome.DOUBTFUL,
                unit.id().value(),
                changes,
                List.of(fault(OpeningColumn.BALANCE, line.number(), line.cells(), doubt)),
                false);
    }

    private CellFault fault(OpeningColumn column, int row, List<String> cells, Reason reason) {
        return header.fault(column, row, header.cell(cells, column), reason);
    }

    /** What the row enters, or changes of what is entered; empty where it is entered like that. */
    private static List<FieldChange> changes(OpeningEntry entry, OpeningList.@Nullable Line known) {
        List<FieldChange> changes = new ArrayList<>();
        change(OpeningColumn.ORIGINAL, known == null ? null : known.original(), entry.original())
                .ifPresent(changes::add);
        change(OpeningColumn.BALANCE, known == null ? null : known.balance(), entry.balance())
                .ifPresent(changes::add);
        return changes;
    }

    private static Optional<FieldChange> change(OpeningColumn column, @Nullable Money before, @Nullable Money after) {
        return Objects.equals(before, after)
                ? Optional.empty()
                : Optional.of(
                        new FieldChange(column.title(), Objects.toString(before, ""), Objects.toString(after, "")));
    }

    /** What the rows so far enter or change. */
    List<OpeningEntry> told() {
        return List.copyOf(told.values());
    }

    /** Who is left out is asked at the first new row: each unit that has to pay should have a line. */
    @Override
    public Map<Integer, List<CellFault>> doubts() {
        ImportRow row = firstNew;
        if (row == null) {
            return Map.of();
        }
        return OpeningDoubts.missing(figures.missing(sheet.area(), seen.keySet()))
                .map(reason ->
                        Map.of(row.number(), List.of(fault(OpeningColumn.NUMBER, row.number(), row.cells(), reason))))
                .orElse(Map.of());
    }
}
