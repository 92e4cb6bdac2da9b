package org.maintenancefund.committee.domain;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.account.ProposedOperators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** 业委会注册: one committee in office per property area. */
@Component
public class CommitteeRegistrationPolicy implements ApplicationPolicy<CommitteeDetails> {

    private final CommitteeRepository committees;
    private final CommitteeOrganisations organisations;
    private final ProposedOperators proposed;
    private final CommitteeVersions versions;
    private final PropertyAreas areas;
    private final CommitteeChecks checks;
    private final AuditTrail audit;

    CommitteeRegistrationPolicy(
            CommitteeRepository committees,
            CommitteeOrganisations organisations,
            ProposedOperators proposed,
            CommitteeVersions versions,
            PropertyAreas areas,
            CommitteeChecks checks,
            AuditTrail audit) {
        this.committees = committees;
        this.organisations = organisations;
        this.proposed = proposed;
        this.versions = versions;
        this.areas = areas;
        this.checks = checks;
        this.audit = audit;
    }

    @Override
    public ApplicationSummary summarise(CommitteeDetails details) {
        AreaView area = areas.standing(details.area());
        return new ApplicationSummary(
                area.id().value(),
                details.name(),
                details.attribute().label(),
                area.district(),
                area.street().value(),
                details.contactName(),
                MobileNumber.parse(details.contactMobile()).value());
    }

    /**
     * One committee in office per property area; one whose term has ended counts until 换届 or 注销. The database holds the same
     * as {@code uq_committee_one_in_office_per_area}.
     */
    @Override
    public Optional<Reason> obstacle(CommitteeDetails details) {
        AreaId area = areas.standing(details.area()).id();
        if (areas.find(area).filter(AreaView::isActive).isEmpty()) {
            return Optional.of(Reason.of("committee.area.gone"));
        }
        return committees.findInOffice(area).map(committee -> Reason.of("committee.area.taken"));
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, CommitteeDetails details) {
        return checks.of(number, details.at(areas.standing(details.area()).id()));
    }

    @Override
    public void approved(ApprovedApplication application, CommitteeDetails details) {
        // An area that was merged since stands for nothing any more; the committee is that of the area it went into.
        AreaView area = areas.standing(details.area());
        Committee committee = Committee.registered(application, details.at(area.id()), area.district());
        organisations.register(committee);
        committees.saveAndFlush(committee);
        proposed.save(
                committee.id().ref(),
                details.operators().stream()
                        .map(person -> new ProposedOperator(person.name(), new MobileNumber(person.mobile())))
                        .toList());
        versions.keep(committee.id(), committee.state(), application);
        audit.record(AuditEvent.of("COMMITTEE_REGISTERED")
                .on("committee", committee.id().toString(), details.name())
                .change("area", "", area.id().toString()));
    }
}
