package org.maintenancefund.area.importing;

import org.maintenancefund.kernel.Labelled;

/** What a row means for the list. */
enum RowOutcome implements Labelled {
    NEW,
    /** Changes the area whose number it gives. */
    CHANGED,
    /** Gives no number and has the name of an area in the same street: changes it only after a question. */
    CHANGED_BY_NAME,
    FAULTY,
    SAME;

    public boolean isChange() {
        return this == CHANGED || this == CHANGED_BY_NAME;
    }
}
