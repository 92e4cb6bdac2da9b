package org.maintenancefund.application;

import java.util.Optional;
import java.util.Set;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Reason;

/**
 * What can happen to an application: the one transition table of all kinds. The database holds it a second time as
 * {@code ck_application_entry_transition}.
 */
@RequiredArgsConstructor
public enum ReviewAction implements Labelled {
    SUBMIT(Party.APPLICANT, Set.of(), ReviewStatus.PENDING),
    RESUBMIT(Party.APPLICANT, Set.of(ReviewStatus.RETURNED), ReviewStatus.PENDING),
    APPROVE(Party.DISTRICT, Set.of(ReviewStatus.PENDING), ReviewStatus.APPROVED),
    RETURN(Party.DISTRICT, Set.of(ReviewStatus.PENDING), ReviewStatus.RETURNED),
    REFUSE(Party.DISTRICT, Set.of(ReviewStatus.PENDING), ReviewStatus.REFUSED),
    WITHDRAW(Party.APPLICANT, Set.of(ReviewStatus.PENDING, ReviewStatus.RETURNED), ReviewStatus.WITHDRAWN),
    LAPSE(Party.SYSTEM, Set.of(ReviewStatus.RETURNED), ReviewStatus.LAPSED),
    /** Who applied was dissolved. */
    CLOSE(Party.SYSTEM, Set.of(ReviewStatus.PENDING, ReviewStatus.RETURNED), ReviewStatus.LAPSED),
    /** The contact was told the decision by telephone. */
    NOTIFY(Party.DISTRICT, Set.of(ReviewStatus.APPROVED, ReviewStatus.RETURNED, ReviewStatus.REFUSED), null),
    /** The contact was to be told, and nobody answered. */
    CALL_MISSED(Party.DISTRICT, Set.of(ReviewStatus.APPROVED, ReviewStatus.RETURNED, ReviewStatus.REFUSED), null),
    /** The contact was to be told, and the number is somebody else's or nobody's. */
    WRONG_NUMBER(Party.DISTRICT, Set.of(ReviewStatus.APPROVED, ReviewStatus.RETURNED, ReviewStatus.REFUSED), null),
    /** A paper document came that the approval hadn't waited for. */
    RECEIVE_PAPER(Party.DISTRICT, Set.of(ReviewStatus.APPROVED), null),
    /** A lost 回执码 was replaced after a look at the person. */
    REISSUE_CODE(Party.DISTRICT, Set.of(ReviewStatus.PENDING, ReviewStatus.RETURNED), null);

    /** On whose side somebody acts on an application. */
    public enum Party {
        /** Who holds the 回执码, or an operator of the organisation that applied. */
        APPLICANT,
        /** Staff of the district centre in charge. */
        DISTRICT,
        /** A job of this system, or what follows from another decision. */
        SYSTEM
    }

    @Getter
    private final Party party;

    private final Set<ReviewStatus> from;
    private final @Nullable ReviewStatus to;

    /** True where an application in that state takes this action; {@code null} is an application that is not yet there. */
    public boolean isPossibleIn(@Nullable ReviewStatus status) {
        return status == null ? this == SUBMIT : from.contains(status);
    }

    /** Why it can't be done in that state; empty where it can. */
    public Optional<Reason> refusalIn(ReviewStatus status) {
        return isPossibleIn(status)
                ? Optional.empty()
                : Optional.of(Reason.of("application.refusal.not-in-this-state", label(), status.label()));
    }

    /** True where that side may do it to an application in that state. */
    public boolean isOpenTo(Party who, @Nullable ReviewStatus status) {
        return party == who && isPossibleIn(status);
    }

    /** The state it leads to; empty where it only leaves a timeline entry. */
    public Optional<ReviewStatus> target() {
        return Optional.ofNullable(to);
    }

    /** True for the three ways a district decides. */
    public boolean isDecision() {
        return this == APPROVE || this == RETURN || this == REFUSE;
    }
}
