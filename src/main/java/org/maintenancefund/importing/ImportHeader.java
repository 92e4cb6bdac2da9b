package org.maintenancefund.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.sheet.CellFault;
import org.maintenancefund.web.sheet.SheetCell;
import org.maintenancefund.web.sheet.SheetHeader;
import org.maintenancefund.web.sheet.SheetRow;

/**
 * Which column stands where, and what of a row is kept until it is applied.
 *
 * @param <C> the columns
 */
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public final class ImportHeader<C extends Enum<C> & ImportedColumn> {

    /** Characters that are kept of a cell in a column that nobody uses; only the report of faults shows it again. */
    public static final int LONGEST_UNUSED = 250;

    private static final int LONGEST_HEADING = 100;

    private final Class<C> columns;
    private final SheetHeader<C> header;

    /** Reads the headings; refuses, naming them, where required ones are missing or one stands there twice. */
    public static <C extends Enum<C> & ImportedColumn> ImportHeader<C> of(Class<C> columns, List<String> headings) {
        return new ImportHeader<>(columns, SheetHeader.of(columns, headings).checked());
    }

    /** The headings as they are kept with the import. */
    static List<String> kept(SheetRow headings) {
        return headings.texts().stream()
                .map(text -> SheetCell.shortened(text, LONGEST_HEADING))
                .toList();
    }

    /** Headings that nobody knows, for 这些列没有使用; empty where all are used. */
    String unusedNames() {
        return header.unusedNames();
    }

    /** A row as it is kept and read: each cell as text, and what is wrong with a cell before anybody reads it. */
    ImportLine<C> line(SheetRow row) {
        List<String> cells = new ArrayList<>(row.texts().stream()
                .map(text -> SheetCell.shortened(text, LONGEST_UNUSED))
                .toList());
        Map<C, Reason> faults = new EnumMap<>(columns);
        for (C column : columns.getEnumConstants()) {
            int place = header.place(column).orElse(cells.size());
            if (place >= cells.size()) {
                continue;
            }
            Checked<String> read = column.content().of(row.cell(place));
            if (!read.isOk()) {
                faults.put(column, read.reason());
                continue;
            }
            int length = ChineseText.length(read.value());
            if (length > column.longest()) {
                faults.put(column, Reason.of("kernel.text.too-long", column.longest(), length - column.longest()));
            } else {
                cells.set(place, read.value());
            }
        }
        return new ImportLine<>(row.number(), cells, faults);
    }

    /** True where the sheet has the column. */
    public boolean has(C column) {
        return header.place(column).isPresent();
    }

    public String cell(List<String> cells, C column) {
        return header.place(column)
                .filter(place -> place < cells.size())
                .map(cells::get)
                .orElse("");
    }

    /** What is wrong with the column's cell of a row, or is asked about it; without an address where the sheet has no such column. */
    public CellFault fault(C column, int row, String value, Reason reason) {
        String address =
                header.place(column).map(place -> SheetRow.address(place, row)).orElse("");
        return new CellFault(row, address, column.title(), value, Messages.of(reason));
    }

    /** What a row tells, without what its title says already. */
    public List<FieldChange> told(List<String> cells, Set<C> title) {
        return Arrays.stream(columns.getEnumConstants())
                .filter(column -> !title.contains(column))
                .filter(column -> !cell(cells, column).isEmpty())
                .map(column -> new FieldChange(column.title(), "", cell(cells, column)))
                .toList();
    }
}
