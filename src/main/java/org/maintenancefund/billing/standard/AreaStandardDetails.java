package org.maintenancefund.billing.standard;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitUse;

/**
 * What one round of 小区收取标准申请 says, checked and normalised. Kept as JSON with the application: a field may be added, never
 * renamed.
 *
 * @param areaId   the committee's area at the submission
 * @param from     the first month
 * @param document what the owners decided
 * @param remark   补充说明, possibly empty
 */
record AreaStandardDetails(
        UUID committeeId,
        UUID areaId,
        UnitUse use,
        LiftChoice lift,
        Rate rate,
        YearMonth from,
        String document,
        String remark) {

    CommitteeId committee() {
        return new CommitteeId(committeeId);
    }

    AreaId area() {
        return new AreaId(areaId);
    }

    /** The standards that it asks for: one for each lift. */
    List<StandardProposal> standards() {
        return lift.lifts().stream()
                .map(one -> new StandardProposal(use, one, rate, from, document))
                .toList();
    }
}
