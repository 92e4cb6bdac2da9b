package org.maintenancefund.importing;

import org.jspecify.annotations.Nullable;

/**
 * What a row tells of a record in one field, and what it changes there.
 *
 * @param label  heading of its column
 * @param before as it is on record, or empty; null where something comes to what is there, which stays
 * @param after  as it will be, or empty
 */
public record FieldChange(String label, @Nullable String before, String after) {

    /** True where something comes to what is there, which stays. */
    public boolean isAddition() {
        return before == null;
    }

    /** What is there and goes; empty where nothing does. */
    public String replaced() {
        return before == null ? "" : before;
    }
}
