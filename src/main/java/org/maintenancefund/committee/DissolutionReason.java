package org.maintenancefund.committee;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;

/** 注销原因: why there is no committee, or preparatory group, any more. */
public enum DissolutionReason implements Labelled {
    /** Its term is over, and no next one was elected. */
    TERM_NOT_RENEWED(CommitteeAttribute.FORMAL),
    /** Fewer members are left than half. */
    TOO_FEW_MEMBERS(CommitteeAttribute.FORMAL),
    /** The community was merged with another one, divided, or pulled down. */
    AREA_GONE(null),
    GROUP_ENDED(CommitteeAttribute.PREPARATORY),
    OTHER(null);

    private final @Nullable CommitteeAttribute attribute;

    DissolutionReason(@Nullable CommitteeAttribute attribute) {
        this.attribute = attribute;
    }

    /** True where it can be the reason of such a one: a preparatory group has no term and no members by number. */
    public boolean fits(CommitteeAttribute other) {
        return attribute == null || attribute == other;
    }
}
