package org.maintenancefund.area.importing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;

/**
 * An import as its page and the worker see it.
 *
 * @param refusal why it can't be imported, or empty
 * @param headers the first row of the sheet
 * @param by      who uploaded it
 */
record ImportView(
        UUID id,
        String filename,
        ImportState state,
        String refusal,
        List<String> headers,
        Instant uploadedAt,
        CurrentUser by,
        int rowsRead,
        int newRows,
        int changedRows,
        int sameRows,
        int faultyRows,
        int appliedRows) {

    /** How many rows are to be entered or changed. */
    public int toApply() {
        return newRows + changedRows;
    }
}
