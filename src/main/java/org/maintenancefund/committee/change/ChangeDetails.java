package org.maintenancefund.committee.change;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.Term;
import org.maintenancefund.committee.domain.CommitteeState;

/**
 * What one round of 业委会信息变更 says. Kept as JSON with the application: a field may be added, never renamed.
 *
 * @param baseVersion the version of the record it starts from; a later one makes the application stale
 */
record ChangeDetails(
        UUID committeeId,
        int baseVersion,
        List<ChangeItem> items,
        CommitteeState before,
        CommitteeState after,
        String reason) {

    ChangeDetails {
        items = List.copyOf(items);
    }

    CommitteeId committee() {
        return new CommitteeId(committeeId);
    }

    /** The new term, where the change brings one. */
    Optional<Term> newTerm() {
        return Optional.ofNullable(after.term()).filter(term -> !term.equals(before.term()));
    }
}
