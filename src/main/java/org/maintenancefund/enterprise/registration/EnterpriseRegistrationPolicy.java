package org.maintenancefund.enterprise.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.ProposedOperators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationPolicy;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.PhoneCheck;
import org.maintenancefund.application.PreCheck;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.enterprise.domain.QualifiedCompanies;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NameList;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** 物管企业注册: one record for a credit code. */
@Component
@RequiredArgsConstructor
class EnterpriseRegistrationPolicy implements ApplicationPolicy<EnterpriseDetails> {

    private final Enterprises enterprises;
    private final QualifiedCompanies qualified;
    private final NearCompanies near;
    private final EnterpriseOrigins origins;
    private final ProposedOperators proposed;
    private final PhoneCheck phones;

    @Override
    public boolean consults() {
        return true;
    }

    /** Whether the company has its account in the directory of the 物业管理信息系统. */
    @Override
    public void consult(EnterpriseDetails details) {
        qualified.askDirectory(details.code());
    }

    @Override
    public ApplicationSummary summarise(EnterpriseDetails details) {
        return new ApplicationSummary(
                details.subject(),
                details.company().name(),
                null,
                details.district(),
                null,
                details.company().contactName().value(),
                details.company().contactMobile());
    }

    /** The company is here already, or it has a shared account. Says nothing of whose it is. */
    @Override
    public Optional<Reason> obstacle(EnterpriseDetails details) {
        Optional<EnterpriseView> known = enterprises.find(details.code());
        if (known.isPresent() && known.get().qualification() == Qualification.UNQUALIFIED) {
            return Optional.of(Reason.of("enterprise.registration.registered"));
        }
        return qualified.isKnownQualified(details.code())
                ? Optional.of(Reason.of("enterprise.registration.qualified"))
                : Optional.empty();
    }

    @Override
    public Optional<Reason> doubt(EnterpriseDetails details) {
        return details.code().doubt().map(doubt -> Reason.of("enterprise.registration.code-doubt"));
    }

    @Override
    public void approved(ApprovedApplication application, EnterpriseDetails details) {
        EnterpriseId id = enterprises.register(details.company());
        origins.save(id, application.number(), details.code().doubt().isPresent());
        proposed.save(id.ref(), details.operators());
    }

    @Override
    public List<SystemCheck> compare(ApplicationNumber number, EnterpriseDetails details) {
        List<SystemCheck> checks = new ArrayList<>();
        checks.add(
                details.code().doubt().isPresent()
                        ? SystemCheck.look("enterprise.check.code.compared")
                        : SystemCheck.good("enterprise.check.code"));
        checks.add(
                qualified.isKnownQualified(details.code())
                        ? SystemCheck.look("enterprise.check.shared")
                        : SystemCheck.good("enterprise.check.unqualified"));
        List<String> names = near.of(number, details);
        checks.add(
                names.isEmpty()
                        ? SystemCheck.good("enterprise.check.near.none")
                        : SystemCheck.look("enterprise.check.near", NameList.of(names, NearCompanies.MOST)));
        checks.add(phone(number, details));
        if (details.operators().size() < Operators.NORM) {
            checks.add(SystemCheck.look(
                    "enterprise.check.operators", details.operators().size(), Operators.NORM));
        }
        return checks;
    }

    @Override
    public List<PreCheck> foresee(Draft<?> draft, EnterpriseDetails details) {
        List<PreCheck> found = new ArrayList<>();
        ApplicationNumber revised = draft.revises().orElse(null);
        if (!near.of(revised, details).isEmpty()) {
            found.add(foreseen("name", "enterprise.pre.near"));
        }
        if (details.code().doubt().isPresent()) {
            found.add(foreseen("creditCode", "enterprise.pre.code"));
        }
        if (!phones.of(details.company().contactMobile(), revised).isNone()) {
            found.add(PreCheck.phone("contactMobile", Messages.of("enterprise.field.contactMobile")));
        }
        int people = details.operators().size();
        if (people < Operators.NORM) {
            found.add(PreCheck.fewOperators(Messages.of("account.proposed.label"), people, Operators.NORM));
        }
        return found;
    }

    private static PreCheck foreseen(String field, String key) {
        return PreCheck.at(field, Messages.of("enterprise.field." + field), key);
    }

    private SystemCheck phone(ApplicationNumber number, EnterpriseDetails details) {
        return phones.of(details.company().contactMobile(), number)
                .without(origins.organisationOf(number).stream().toList())
                .check();
    }
}
