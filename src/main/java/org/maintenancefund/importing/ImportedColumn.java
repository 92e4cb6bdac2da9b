package org.maintenancefund.importing;

import org.maintenancefund.web.sheet.CellContent;
import org.maintenancefund.web.sheet.SheetHeading;

/** A column of a spreadsheet on its way into a register, found by its heading in any order. */
public interface ImportedColumn extends SheetHeading {

    CellContent content();

    /** Characters that are kept of a cell: more than any record can have there, and far fewer than Excel allows. */
    default int longest() {
        return ImportHeader.LONGEST_UNUSED;
    }
}
