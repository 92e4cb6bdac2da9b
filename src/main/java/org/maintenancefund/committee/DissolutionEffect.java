package org.maintenancefund.committee;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Something that ends with a committee, in words that hold before and after.
 *
 * @param words one line, with names and numbers
 */
@Embeddable
public record DissolutionEffect(@Enumerated(EnumType.STRING) Kind kind, String words) {

    /** What it is; in the order in which it is told. */
    public enum Kind {
        /** Somebody's user name, which is disabled. */
        USER,
        /** The right of a company or office to manage the area. */
        ASSOCIATION,
        /** What the committee applied for and what is not decided yet. */
        APPLICATION
    }
}
