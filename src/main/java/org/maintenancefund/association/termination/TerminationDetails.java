package org.maintenancefund.association.termination;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.domain.PaperDocument;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.kernel.DateRange;

/**
 * What one round of 关联解除申请 says, checked and normalised. Kept as JSON with the application: a field may be added, never
 * renamed.
 *
 * @param areaId        the association's area at the submission
 * @param manager       who manages by it, as it was called then
 * @param contract      its contract, as it was then
 * @param effectiveFrom first day of the right, as it was then
 * @param effectiveTo   last day of the right, as it was then
 * @param endsOn        解除日期: the first day on which the right is not any more
 * @param remark        补充说明, possibly empty
 */
public record TerminationDetails(
        UUID associationId,
        UUID committeeId,
        UUID areaId,
        String manager,
        DateRange contract,
        LocalDate effectiveFrom,
        LocalDate effectiveTo,
        LocalDate endsOn,
        TerminationReason reason,
        List<PaperDocument> papers,
        String remark) {

    public TerminationDetails {
        papers = List.copyOf(papers);
    }

    AssociationId association() {
        return new AssociationId(associationId);
    }

    CommitteeId committee() {
        return new CommitteeId(committeeId);
    }

    AreaId area() {
        return new AreaId(areaId);
    }

    /**
     * The first day without the right where it is approved on {@code day}: rights that were used are not taken back, and of those
     * that a merge of areas made one only the days of this one end.
     */
    LocalDate endsOn(LocalDate day) {
        return Stream.of(endsOn, day, effectiveFrom)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }
}
