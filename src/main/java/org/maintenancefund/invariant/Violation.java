package org.maintenancefund.invariant;

import java.util.List;

/**
 * An invariant that doesn't hold.
 *
 * @param rows     how many break it
 * @param examples the first of them, as the database writes a row
 */
public record Violation(Invariant invariant, long rows, List<String> examples) {

    public Violation {
        examples = List.copyOf(examples);
    }
}
