package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Enters an approved association. */
@Service
class AssociationRegister {

    private final AssociationRepository associations;
    private final OneEffectiveAssociationPerArea oneEffective;
    private final Enterprises enterprises;
    private final Offices offices;
    private final AuditTrail trail;
    private final Clock clock;

    AssociationRegister(
            AssociationRepository associations,
            OneEffectiveAssociationPerArea oneEffective,
            Enterprises enterprises,
            Offices offices,
            AuditTrail trail,
            Clock clock) {
        this.associations = associations;
        this.oneEffective = oneEffective;
        this.enterprises = enterprises;
        this.offices = offices;
        this.trail = trail;
        this.clock = clock;
    }

    /** Begins the right and ends an earlier one, in the transaction of the decision. */
    @Transactional(propagation = Propagation.MANDATORY)
    AssociationId begin(NewAssociation wanted) {
        holdTarget(wanted);
        LocalDate approval = LocalDate.ofInstant(wanted.approvedAt(), clock.getZone());
        LocalDate first = OneEffectiveAssociationPerArea.firstDay(wanted.contract(), approval);
        List<Association> ended = oneEffective.makeRoom(wanted.area(), first, wanted.approvedAt());
        AssociationView begun =
                associations.saveAndFlush(Association.begun(wanted, first)).view();
        ended.forEach(earlier -> recordEnd(earlier.view()));
        trail.record(AuditEvent.of("ASSOCIATION_BEGUN")
                .on("association", begun.id(), wanted.approvedBy().value())
                .change("area", null, begun.area())
                .change("enterprise", null, begun.enterprise())
                .change("office", null, begun.office())
                .change("effective", null, begun.effectiveFrom() + "/" + begun.effectiveTo()));
        return begun.id();
    }

    /** From here to the commit neither the company nor the office can be disabled, nor the office deleted. */
    private void holdTarget(NewAssociation wanted) {
        try {
            enterprises.holdActive(wanted.enterprise());
        } catch (Refusal disabledMeanwhile) {
            throw Refusal.because("association.enterprise.gone");
        }
        if (wanted.office() != null && !holdOffice(wanted.office())) {
            throw Refusal.because("association.office.gone");
        }
    }

    private boolean holdOffice(OfficeId office) {
        try {
            return offices.holdActive(office);
        } catch (NotFound deletedMeanwhile) {
            return false;
        }
    }

    private void recordEnd(AssociationView ended) {
        trail.record(AuditEvent.of("ASSOCIATION_ENDED")
                .on("association", ended.id(), null)
                .change("area", ended.area(), null)
                .change("effectiveTo", null, ended.effectiveTo()));
    }
}
