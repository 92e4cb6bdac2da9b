package org.maintenancefund.billing.standard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/**
 * 申请小区收取标准 as typed; the components stand in the order of the page.
 *
 * @param use   the name of a UnitUse
 * @param lift  the name of a LiftChoice
 * @param files only the place of the scans on the page: their errors stand here, the scans themselves are with the draft
 */
@Labels("billing.standard.application.field.")
record AreaStandardForm(
        @Choice(value = UnitUse.class, required = "billing.standard.use.required") @Nullable
        String use,

        @Choice(value = LiftChoice.class, required = "billing.standard.lift.required") @Nullable
        String lift,

        @Typed(value = TypedStandard.class, by = "rate") @Nullable
        String rate,

        @Typed(value = TypedStandard.class, by = "month") @Nullable
        String from,

        @Text(max = ProposalForm.LONGEST_DOCUMENT, required = "billing.standard.decision.required") @Nullable
        String document,

        @Nullable Object files,

        @Text(max = MAX_REMARK, lines = true, optional = true) @Nullable
        String remark) {

    private static final int MAX_REMARK = 500;

    static final AreaStandardForm EMPTY =
            new AreaStandardForm(UnitUse.RESIDENTIAL.name(), LiftChoice.BOTH.name(), null, null, null, null, null);

    AreaStandardForm {
        files = null;
    }

    /** The filled form of a round, for revising it. */
    static AreaStandardForm of(AreaStandardDetails details) {
        return new AreaStandardForm(
                details.use().name(),
                details.lift().name(),
                TypedStandard.plain(details.rate()),
                details.from().toString(),
                details.document(),
                null,
                details.remark());
    }

    /** The details of a form without faults. */
    AreaStandardDetails read(CommitteeId committee, AreaId area) {
        return new AreaStandardDetails(
                committee.value(),
                area.value(),
                UnitUse.valueOf(Objects.requireNonNull(use)),
                LiftChoice.valueOf(Objects.requireNonNull(lift)),
                TypedStandard.rate(rate).value(),
                TypedStandard.month(from).value(),
                ChineseText.clean(document),
                ChineseText.paragraphs(remark, MAX_REMARK).value());
    }
}
