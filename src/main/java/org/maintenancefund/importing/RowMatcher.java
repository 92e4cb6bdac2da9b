package org.maintenancefund.importing;

import java.util.List;
import java.util.Map;
import org.maintenancefund.web.sheet.CellFault;

/**
 * Compares the rows of one file with what is on record.
 *
 * @param <C> the columns
 */
public interface RowMatcher<C extends Enum<C> & ImportedColumn> {

    /** What becomes of some rows; all rows of the file come by in their order, some hundred at a time. */
    List<ImportRow> match(List<ImportLine<C>> lines);

    /** What is asked about rows once all of them are known, by their numbers; of new rows only. */
    default Map<Integer, List<CellFault>> doubts() {
        return Map.of();
    }
}
