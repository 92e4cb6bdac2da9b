package org.maintenancefund.account;

import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.account.domain.Operator;
import org.maintenancefund.account.domain.OperatorRepository;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts of the people of the 物业管理信息系统: they come, change and go with it. */
@Service
@Transactional
@RequiredArgsConstructor
public class SharedAccounts {

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
        audit.record(entered.event("OPERATOR_ENTERED"));
        return Checked.ok(entered);
    }

    /** Everybody of the directory who ever signed in here, by user name; the disabled too. */
    @Transactional(readOnly = true)
    public List<OperatorView> all() {
        return operators.findAllShared().stream().map(Operator::view).toList();
    }

    /** Disables the organisation's local accounts and ends their sessions: its people sign in elsewhere now. How many. */
    public int closeLocal(OrgRef organisation) {
        List<Operator> open = operators.lockLocalInUse(organisation);
        open.forEach(operator -> {
            operator.disable();
            audit.record(operator.event("OPERATOR_CLOSED"));
        });
        return open.size();
    }

    /** A person of the directory is disabled or gone there: refused here from the next request on. False where they were. */
    public boolean markGone(String username) {
        return operators
                .lockByUsername(Username.normalise(username))
                .filter(SharedAccounts::isSharedInUse)
                .map(operator -> {
                    operator.leaveDirectory(clock.instant());
                    audit.record(operator.event("OPERATOR_GONE"));
                    return operator;
                })
                .isPresent();
    }

    /**
     * Takes over what the directory says of somebody who signed in before: name, mobile, company; who was gone is back, who
     * is disabled there is gone. People who never signed in have no account and get none. False where nothing changed.
     */
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
        AuditEvent event = operator.event("OPERATOR_REFRESHED")
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
