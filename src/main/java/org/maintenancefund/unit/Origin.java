package org.maintenancefund.unit;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;

/**
 * Where a version or a payer comes from: the document it follows, and who entered it when.
 *
 * @param document 依据, possibly empty
 */
@Embeddable
public record Origin(String document, Instant recordedAt, UUID recordedBy, String recordedByName) {

    /** Longest name of a document in characters. */
    public static final int LONGEST_DOCUMENT = 200;

    public static Origin of(String document, CurrentUser by, Instant now) {
        return new Origin(document, now, by.operatorId().value(), by.personName());
    }
}
