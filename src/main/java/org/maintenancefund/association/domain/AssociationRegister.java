package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters an approved association. */
@Service
@RequiredArgsConstructor
class AssociationRegister {

    private final AssociationRepository associations;
    private final OneEffectiveAssociationPerArea oneEffective;
    private final Enterprises enterprises;
    private final Offices offices;
    private final AuditTrail trail;
    private final Clock clock;

    /** Begins the right and ends an earlier one, in the transaction of the decision. */
    @Transactional(propagation = Propagation.MANDATORY)
    void begin(ApprovedApplication application, AssociationDetails details) {
        lockTarget(details);
        LocalDate approval = LocalDate.ofInstant(application.approvedAt(), clock.getZone());
        DateRange right = OneEffectiveAssociationPerArea.days(details.contract(), approval)
                .orElseThrow(() -> Refusal.because(
                        "association.contract.over", details.contractEnd().toString()));
        List<OneEffectiveAssociationPerArea.Cut> cuts =
                oneEffective.makeRoom(details.area(), right, application.approvedAt());
        AssociationView begun = associations
                .saveAndFlush(Association.begun(application, details, right.start()))
                .view();
        cuts.forEach(this::recordCut);
        trail.record(AuditEvent.of("ASSOCIATION_BEGUN")
                .on("association", begun.id(), application.number().value())
                .change("area", null, begun.area())
                .change("enterprise", null, begun.enterprise())
                .change("office", null, begun.office())
                .change("effective", null, begun.effectiveFrom() + "/" + begun.effectiveTo()));
    }

    /** From here to the commit neither the company nor the office can be disabled, nor the office deleted. */
    private void lockTarget(AssociationDetails details) {
        try {
            enterprises.lockActive(details.enterprise());
        } catch (Refusal disabledMeanwhile) {
            throw Refusal.because("association.enterprise.gone");
        }
        OfficeId office = details.office();
        if (office != null && !lockOffice(office)) {
            throw Refusal.because("association.office.gone");
        }
    }

    private boolean lockOffice(OfficeId office) {
        try {
            return offices.lockActive(office);
        } catch (NotFound deletedMeanwhile) {
            return false;
        }
    }

    private void recordCut(OneEffectiveAssociationPerArea.Cut cut) {
        AssociationView before = cut.standing();
        boolean later = !cut.leavesNothing() && cut.from().isAfter(before.effectiveFrom());
        trail.record(AuditEvent.of(later ? "ASSOCIATION_POSTPONED" : "ASSOCIATION_ENDED")
                .on("association", before.id(), null)
                .change("area", before.area(), null)
                .change("effective", before.effectiveFrom() + "/" + before.effectiveTo(), cut.from() + "/" + cut.to()));
    }
}
