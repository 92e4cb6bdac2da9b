package org.maintenancefund.importing;

import java.util.List;
import java.util.Map;
import org.maintenancefund.kernel.Reason;

/**
 * A row as it stands in the sheet.
 *
 * @param number as the sheet counts, from 1
 * @param cells  their text; what no database can keep (U+0000) shows as �
 * @param faults what is wrong with a cell by itself: an error of a formula, a number that lost its digits
 */
public record ImportLine<C extends Enum<C> & ImportedColumn>(int number, List<String> cells, Map<C, Reason> faults) {

    public ImportLine {
        cells = cells.stream().map(ImportLine::storable).toList();
    }

    /** A row that was read before. */
    public ImportLine(ImportRow row) {
        this(row.number(), row.cells(), Map.of());
    }

    private static String storable(String cell) {
        return cell.replace('\u0000', '\uFFFD');
    }
}
