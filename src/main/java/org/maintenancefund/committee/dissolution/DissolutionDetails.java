package org.maintenancefund.committee.dissolution;

import java.util.UUID;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.DissolutionReason;

/**
 * What one round of 业委会注销 says. Kept as JSON with the application: a field may be added, never renamed.
 *
 * @param name        what the committee was called when it was submitted
 * @param explanation several lines
 */
record DissolutionDetails(UUID committeeId, String name, DissolutionReason reason, String explanation) {

    CommitteeId committee() {
        return new CommitteeId(committeeId);
    }
}
