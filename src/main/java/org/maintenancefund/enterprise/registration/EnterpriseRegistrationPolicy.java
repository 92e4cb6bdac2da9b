package org.maintenancefund.enterprise.registration;

import java.util.List;
import java.util.Optional;
import org.maintenancefund.account.ProposedOperator;
import org.maintenancefund.account.ProposedOperators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** 物管企业注册: one record for a credit code. */
@Component
class EnterpriseRegistrationPolicy implements ApplicationPolicy<EnterpriseDetails> {

    private final Enterprises enterprises;
    private final EnterpriseChecks checks;
    private final EnterpriseOrigins origins;
    private final ProposedOperators proposed;

    EnterpriseRegistrationPolicy(
            Enterprises enterprises, EnterpriseChecks checks, EnterpriseOrigins origins, ProposedOperators proposed) {
        this.enterprises = enterprises;
        this.checks = checks;
        this.origins = origins;
        this.proposed = proposed;
    }

    /** Whether the company has its account in the directory of the 物业管理信息系统. */
    @Override
    public void consult(EnterpriseDetails details) {
        enterprises.askDirectory(details.code());
    }

    @Override
    public ApplicationSummary summarise(EnterpriseDetails details) {
        return new ApplicationSummary(
                details.subject(),
                details.name(),
                null,
                details.district(),
                null,
                details.contactName(),
                new MobileNumber(details.contactMobile()));
    }

    /** The company is here already, or it has a shared account. Says nothing of whose it is. */
    @Override
    public Optional<Reason> obstacle(EnterpriseDetails details) {
        Optional<EnterpriseView> known = enterprises.find(details.code());
        if (known.isPresent() && known.get().qualification() == Qualification.UNQUALIFIED) {
            return Optional.of(Reason.of("enterprise.registration.registered"));
        }
        return enterprises.isKnownQualified(details.code())
                ? Optional.of(Reason.of("enterprise.registration.qualified"))
                : Optional.empty();
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, EnterpriseDetails details) {
        return checks.of(number, details);
    }

    @Override
    public Optional<Reason> doubt(EnterpriseDetails details) {
        return details.code().doubt().map(doubt -> Reason.of("enterprise.registration.code-doubt"));
    }

    @Override
    public void approved(ApprovedApplication application, EnterpriseDetails details) {
        EnterpriseId id = enterprises.register(details.toEnterprise());
        origins.save(id, application.number(), details.code().doubt().isPresent());
        proposed.save(
                id.ref(),
                details.operators().stream()
                        .map(person -> new ProposedOperator(person.name(), new MobileNumber(person.mobile())))
                        .toList());
    }
}
