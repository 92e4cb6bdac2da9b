package org.maintenancefund.account.domain;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.OperatorState;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.PasswordSource;
import org.maintenancefund.account.SharedCompanies;
import org.maintenancefund.account.SharedPerson;
import org.maintenancefund.account.Username;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions that follow the 物业管理信息系统: its people come, change and go. */
@Component
@Transactional
@RequiredArgsConstructor
public class SharedAccountService {

    private final OperatorRepository operators;
    private final ObjectProvider<SharedCompanies> companies;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * Enters or refreshes somebody whose password the directory has just confirmed, and their company.
     *
     * @return the account, or why not: the company's refusal, no mobile, or a local account of that name
     */
    public Checked<Operator> admit(SharedPerson person) {
        SharedCompanies keeper = companies.getIfAvailable();
        if (keeper == null) {
            return Checked.refused("account.shared.no-companies");
        }
        Operator known = operators.lockByUsername(person.username()).orElse(null);
        if (known != null && known.passwordSource() != PasswordSource.DIRECTORY) {
            // Made a moment ago: from now on it is not the directory's to say who has this name.
            return Checked.refused("account.sign-in.wrong-shared");
        }
        if (known == null && person.mobile() == null) {
            return Checked.refused("account.shared.no-mobile");
        }
        Checked<OrgRef> company = keeper.admit(person);
        if (!company.isOk()) {
            return new Checked.Refused<>(company.reason());
        }
        if (known != null) {
            refresh(known, person, company.value());
            return known.state() == OperatorState.ACTIVE
                    ? Checked.ok(known)
                    : Checked.refused("account.shared.disabled-here");
        }
        if (person.mobile() == null) {
            throw Refusal.because("account.shared.no-mobile");
        }
        Operator entered =
                operators.saveAndFlush(Operator.shared(person, person.mobile(), company.value(), clock.instant()));
        audit.record(AuditEvent.of("OPERATOR_ENTERED")
                .on("operator", entered.username(), entered.view().personName()));
        return Checked.ok(entered);
    }

    public int closeLocal(OrgRef organisation) {
        List<Operator> open = operators.lockLocalInUse(organisation);
        open.forEach(operator -> {
            operator.disable();
            audit.record(AuditEvent.of("OPERATOR_CLOSED")
                    .on("operator", operator.username(), operator.view().personName()));
        });
        return open.size();
    }

    public boolean markGone(String username) {
        return operators
                .lockByUsername(Username.normalise(username))
                .filter(SharedAccountService::isSharedInUse)
                .map(operator -> {
                    operator.leaveDirectory(clock.instant());
                    audit.record(AuditEvent.of("OPERATOR_GONE")
                            .on("operator", operator.username(), operator.view().personName()));
                    return operator;
                })
                .isPresent();
    }

    public boolean refresh(SharedPerson person, OrgRef company) {
        if (person.disabled()) {
            return markGone(person.username());
        }
        return operators
                .lockByUsername(person.username())
                .filter(operator -> operator.passwordSource() == PasswordSource.DIRECTORY)
                .filter(operator -> refresh(operator, person, company))
                .isPresent();
    }

    private boolean refresh(Operator operator, SharedPerson person, OrgRef company) {
        OperatorView before = operator.view();
        operator.refresh(person, company);
        operators.saveAndFlush(operator);
        OperatorView after = operator.view();
        AuditEvent event = AuditEvent.of("OPERATOR_REFRESHED")
                .on("operator", after.username(), after.personName())
                .change("personName", before.personName(), after.personName())
                .change("mobile", before.mobile(), after.mobile())
                .change(
                        "company",
                        before.organisation().id(),
                        after.organisation().id())
                .change("state", before.state(), after.state());
        if (event.changes().isEmpty()) {
            return false;
        }
        audit.record(event);
        return true;
    }

    private static boolean isSharedInUse(Operator operator) {
        return operator.passwordSource() == PasswordSource.DIRECTORY && operator.state() != OperatorState.DISABLED;
    }
}
