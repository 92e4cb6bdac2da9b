package org.maintenancefund.office;

import java.time.Instant;
import org.maintenancefund.enterprise.EnterpriseId;

/**
 * An office as pages and other modules see it.
 *
 * @param enterprise whose branch it is
 * @param details    what the enterprise wrote down
 * @param version    for optimistic locking; a form carries it
 * @param changedAt  when it was last changed, or made
 * @param changedBy  the name of the person who did it
 */
public record OfficeView(
        OfficeId id,
        EnterpriseId enterprise,
        OfficeDetails details,
        OfficeState state,
        int version,
        Instant changedAt,
        String changedBy) {

    public String name() {
        return details.name();
    }

    public boolean isActive() {
        return state == OfficeState.ACTIVE;
    }
}
