package org.maintenancefund.application;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to an application: the one transition table of all five kinds. The database holds it a second time as
 * {@code ck_application_entry_transition}.
 */
public enum ReviewAction {
    SUBMIT("提交申请", ReviewParty.APPLICANT, Set.of(), ReviewStatus.PENDING),
    RESUBMIT("重新提交", ReviewParty.APPLICANT, Set.of(ReviewStatus.RETURNED), ReviewStatus.PENDING),
    APPROVE("审核通过", ReviewParty.DISTRICT, Set.of(ReviewStatus.PENDING), ReviewStatus.APPROVED),
    RETURN("退回修改", ReviewParty.DISTRICT, Set.of(ReviewStatus.PENDING), ReviewStatus.RETURNED),
    REFUSE("不予受理", ReviewParty.DISTRICT, Set.of(ReviewStatus.PENDING), ReviewStatus.REFUSED),
    WITHDRAW(
            "撤回申请", ReviewParty.APPLICANT, Set.of(ReviewStatus.PENDING, ReviewStatus.RETURNED), ReviewStatus.WITHDRAWN),
    LAPSE("逾期失效", ReviewParty.SYSTEM, Set.of(ReviewStatus.RETURNED), ReviewStatus.LAPSED),
    /** The contact was told the decision by telephone. */
    TELL(
            "已电话通知",
            ReviewParty.DISTRICT,
            Set.of(ReviewStatus.APPROVED, ReviewStatus.RETURNED, ReviewStatus.REFUSED),
            null),
    /** A lost 回执码 was replaced after a look at the person. */
    REISSUE_CODE("补发回执码", ReviewParty.DISTRICT, Set.of(ReviewStatus.PENDING, ReviewStatus.RETURNED), null);

    private final String label;
    private final ReviewParty party;
    private final Set<ReviewStatus> from;
    private final @Nullable ReviewStatus to;

    ReviewAction(String label, ReviewParty party, Set<ReviewStatus> from, @Nullable ReviewStatus to) {
        this.label = label;
        this.party = party;
        this.from = from;
        this.to = to;
    }

    /** The words in the timeline. */
    public String label() {
        return label;
    }

    public ReviewParty party() {
        return party;
    }

    /** True where an application in that state takes this action; {@code null} is an application that is not yet there. */
    public boolean isPossibleIn(@Nullable ReviewStatus status) {
        return status == null ? this == SUBMIT : from.contains(status);
    }

    /** True where that side may do it to an application in that state. */
    public boolean isOpenTo(ReviewParty who, @Nullable ReviewStatus status) {
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
