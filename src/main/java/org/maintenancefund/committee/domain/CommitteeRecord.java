package org.maintenancefund.committee.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.RegisteredOrganisations.Registration;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.DissolutionEffect;

/**
 * All that is kept of a committee, read for being shown or compared. What changes it works on {@link Committee}.
 *
 * @param view         as it stands today
 * @param state        what of it can change, as the newest version has it
 * @param versions     the newest first, the registration last
 * @param registration which it comes from
 * @param dissolution  null where it is still there
 * @param effects      what ended with it, as it was told then; nothing where it is still there
 * @param dissolving   its 注销 that waits for the district's decision; null where none does
 */
public record CommitteeRecord(
        CommitteeView view,
        CommitteeState state,
        List<Version> versions,
        Registration registration,
        @Nullable Dissolution dissolution,
        List<DissolutionEffect> effects,
        @Nullable ApplicationNumber dissolving) {

    /**
     * A version of the record, see {@link CommitteeVersion}.
     *
     * @param application 受理编号 of the application it comes from
     */
    public record Version(int number, CommitteeState state, Instant validFrom, String application, String approvedBy) {}

    public CommitteeId id() {
        return view.id();
    }

    /** The number of the version in force. */
    public int version() {
        return versions.get(0).number();
    }

    public boolean isDissolved() {
        return dissolution != null;
    }
}
