package org.maintenancefund.committee;

import java.util.List;
import org.maintenancefund.application.ApprovedApplication;

/**
 * What a module above has tied to a committee, and what ends with it. Tells it before, and ends it in the transaction of the
 * approval.
 */
public interface CommitteeDissolutionParticipant {

    /** What would end today. */
    List<DissolutionEffect> foresee(CommitteeView committee);

    /** Ends it by the application that was approved; answers what ended. */
    List<DissolutionEffect> end(CommitteeView committee, ApprovedApplication by);
}
