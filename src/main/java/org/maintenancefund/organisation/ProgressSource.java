package org.maintenancefund.organisation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;

/**
 * A feature's part of the way from a registration to what the organisation registered for; offered as a bean, beans are ordered. A
 * feature knows of its own steps only.
 */
public interface ProgressSource {

    /**
     * The steps of that part; none where there are none for that type.
     *
     * @param organisation null before it is registered
     */
    List<ProgressStep> steps(OrgType type, @Nullable OrgRef organisation);

    /** Where the way ended with the organisation itself: what was not done by then is not to be done any more. */
    default Optional<ProgressStep> end(OrgRef organisation) {
        return Optional.empty();
    }
}
