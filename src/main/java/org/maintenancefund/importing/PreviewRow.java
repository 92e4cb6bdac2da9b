package org.maintenancefund.importing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.sheet.CellFault;

/**
 * A row as the page of its import shows it.
 *
 * @param number  as the sheet counts
 * @param title   what it is about, as far as that can be told
 * @param href    where that is looked at, or null
 * @param sub     what else tells it from others, or empty
 * @param lines   what it changes; of a new one what there is to enter
 * @param faults  what is wrong with it, or is asked about it
 * @param applied whether it was entered or changed
 */
public record PreviewRow(
        int number,
        String title,
        @Nullable String href,
        String sub,
        List<FieldChange> lines,
        List<CellFault> faults,
        boolean applied) {

    public PreviewRow {
        lines = List.copyOf(lines);
        faults = List.copyOf(faults);
    }
}
