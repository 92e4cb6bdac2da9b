package org.maintenancefund.committee.dissolution;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.committee.DissolutionReason;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * 申请注销 as typed; the components stand in the order of the page.
 *
 * @param reason the name of a {@link DissolutionReason}
 * @param files  only the place of the scans on the page: their errors stand here, the scans themselves are with the draft
 */
@Labels("committee.dissolution.field.")
record DissolutionForm(
        String committeeId,

        @Choice(value = DissolutionReason.class, required = "committee.dissolution.reason.required") @Nullable
        String reason,

        @Text(max = MAX_EXPLANATION, lines = true, required = "committee.dissolution.explanation.required") @Nullable
        String explanation,

        @Nullable Object files) {

    static final int MAX_EXPLANATION = 500;

    DissolutionForm {
        committeeId = Objects.requireNonNullElse(committeeId, "");
        files = null;
    }

    static DissolutionForm about(String committee) {
        return new DissolutionForm(committee, null, null, null);
    }

    static DissolutionForm of(DissolutionDetails details) {
        return new DissolutionForm(
                details.committeeId().toString(), details.reason().name(), details.explanation(), null);
    }

    /** The same about that committee. */
    DissolutionForm with(String committee) {
        return new DissolutionForm(committee, reason, explanation, null);
    }
}
