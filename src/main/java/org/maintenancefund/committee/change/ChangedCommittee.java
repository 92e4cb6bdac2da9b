package org.maintenancefund.committee.change;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.domain.Committee;
import org.maintenancefund.committee.domain.CommitteeChanges;
import org.maintenancefund.kernel.NotFound;
import org.springframework.stereotype.Component;

/** Which committee a person changes: their own, or as a district's clerk one of the district, from paper. */
@Component
class ChangedCommittee {

    private final CommitteeChanges changes;
    private final Clock clock;

    ChangedCommittee(CommitteeChanges changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * The committee.
     *
     * @param id from the address, or null where it is the person's own
     */
    Committee get(@Nullable UUID id, CurrentUser user) {
        Committee committee =
                changes.get(new CommitteeId(id == null ? user.organisation().id() : id));
        boolean open = user.is(Role.COMMITTEE_OPERATOR)
                ? committee.id().value().equals(user.organisation().id())
                : committee.district().equals(user.district());
        if (!open) {
            throw new NotFound("committee " + id);
        }
        return committee;
    }

    /** As it stands today. */
    CommitteeView view(Committee committee) {
        return committee.view(LocalDate.now(clock));
    }
}
