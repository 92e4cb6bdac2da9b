package org.maintenancefund.billing;

import java.util.Optional;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Reason;

/**
 * Something that has to be done before a company bills and receives in an area in which another one did before. Offered as a bean by
 * the feature that knows of it, above this module.
 */
public interface TakeoverRequirement {

    /** What is missing, as the sentence that is shown to the company; empty where nothing is. */
    Optional<Reason> missing(AreaView area, EnterpriseId company);
}
