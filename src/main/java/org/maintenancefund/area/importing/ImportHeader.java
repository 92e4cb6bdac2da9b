package org.maintenancefund.area.importing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.sheet.SheetCell;
import org.maintenancefund.web.sheet.SheetHeader;
import org.maintenancefund.web.sheet.SheetRow;

/** Which column stands where, and what of a row is kept until it is applied. */
@RequiredArgsConstructor
final class ImportHeader {

    /** Characters that are kept of a cell in a column that nobody uses; only the report of faults shows it again. */
    static final int LONGEST_UNUSED = 250;

    private static final int LONGEST_HEADING = 100;

    private final SheetHeader<ImportColumn> header;

    /** Reads the headings; refuses, naming them, where required ones are missing or one stands there twice. */
    static ImportHeader of(List<String> headings) {
        return new ImportHeader(SheetHeader.of(ImportColumn.class, headings).checked());
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
    ImportMatcher.Line line(SheetRow row) {
        List<String> cells = new ArrayList<>(row.texts().stream()
                .map(text -> SheetCell.shortened(text, LONGEST_UNUSED))
                .toList());
        Map<ImportColumn, Reason> faults = new EnumMap<>(ImportColumn.class);
        for (ImportColumn column : ImportColumn.values()) {
            int place = header.place(column).orElse(cells.size());
            if (place >= cells.size()) {
                continue;
            }
            SheetCell cell = row.cell(place);
            Checked<String> read = column.isFigure() ? cell.asFigure() : cell.asText();
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
        return new ImportMatcher.Line(row.number(), cells, faults);
    }

    String cell(List<String> cells, ImportColumn column) {
        return header.place(column)
                .filter(place -> place < cells.size())
                .map(cells::get)
                .orElse("");
    }
}
