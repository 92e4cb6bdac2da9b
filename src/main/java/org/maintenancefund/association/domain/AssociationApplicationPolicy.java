package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.office.Offices;
import org.springframework.stereotype.Component;

/** 小区管理处关联申请: a committee in office, a company and an office that are active, a period that fits. */
@Component
@RequiredArgsConstructor
public class AssociationApplicationPolicy implements ApplicationPolicy<AssociationDetails> {

    private final AssociationRepository associations;
    private final OneEffectiveAssociationPerArea oneEffective;
    private final AssociationService records;
    private final AssociationChecks checks;
    private final ApplyingCommittee applicants;
    private final Committees committees;
    private final Enterprises enterprises;
    private final Offices offices;
    private final PropertyAreas areas;
    private final AuditTrail trail;
    private final Clock clock;

    @Override
    public ApplicationSummary summarise(AssociationDetails details) {
        return applicants.summarise(details.committee(), details.target().label());
    }

    @Override
    public Optional<Reason> obstacle(AssociationDetails details) {
        Optional<Reason> gone = applicants.obstacle(details.committee(), details.area());
        if (gone.isPresent()) {
            return gone;
        }
        if (enterprises
                .find(details.enterprise())
                .filter(EnterpriseView::isActive)
                .isEmpty()) {
            return Optional.of(Reason.of("association.enterprise.gone"));
        }
        OfficeId branch = details.office();
        if (branch != null
                && offices.find(branch)
                        .filter(OfficeView::isActive)
                        .filter(office -> office.enterprise().equals(details.enterprise()))
                        .isEmpty()) {
            return Optional.of(Reason.of("association.office.gone"));
        }
        return OneEffectiveAssociationPerArea.obstacleFor(details.contract(), LocalDate.now(clock));
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, AssociationDetails details) {
        return compare(areas.standing(details.area()), details);
    }

    /** The same where the area was read already. */
    public List<SystemCheck> compare(AreaView area, AssociationDetails details) {
        return checks.of(details.at(area.id()));
    }

    @Override
    public List<PreCheck> foresee(Draft<?> draft, AssociationDetails details) {
        return checks.foreseen(draft, details.at(areas.standing(details.area()).id()));
    }

    @Override
    public List<String> paperDocuments(AssociationDetails details) {
        return details.papers().stream().map(PaperDocument::toString).toList();
    }

    /** Begins the right and ends an earlier one, in the transaction of the decision. */
    @Override
    public void approved(ApprovedApplication application, AssociationDetails submitted) {
        AssociationDetails details =
                submitted.at(committees.get(submitted.committee()).area());
        lockTarget(details);
        LocalDate approval = LocalDate.ofInstant(application.approvedAt(), clock.getZone());
        DateRange right = OneEffectiveAssociationPerArea.days(details.contract(), approval)
                .orElseThrow(() -> Refusal.because(
                        "association.contract.over", details.contractEnd().toString()));
        List<OneEffectiveAssociationPerArea.Cut> cuts = oneEffective.makeRoom(details.area(), right, application);
        AssociationView begun = associations
                .saveAndFlush(Association.begun(application, details, right.start()))
                .view();
        cuts.forEach(cut -> records.record(cut.standing(), cut.from(), cut.to()));
        trail.record(AuditEvent.of("ASSOCIATION_BEGUN")
                .on("association", begun.id(), application.number().value())
                .change("area", null, areaName(begun.area()))
                .change("enterprise", null, details.enterpriseName())
                .change("office", null, details.officeName())
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

    private String areaName(AreaId id) {
        AreaView area = areas.get(id);
        return area.name() + "（" + area.code() + "）";
    }
}
