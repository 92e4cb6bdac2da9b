package org.maintenancefund.account.management;

import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.domain.CurrentUsers;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.organisation.OrganisationView;
import org.springframework.stereotype.Component;

/** Accounts by who asks; out of reach is as if it were not there. */
@Component
class OperatorsInScope {

    private final Operators operators;
    private final CurrentUsers organisations;

    OperatorsInScope(Operators operators, CurrentUsers organisations) {
        this.operators = operators;
        this.organisations = organisations;
    }

    OperatorView get(OperatorId id, CurrentUser user) {
        OperatorView operator = operators.find(id).orElseThrow(() -> new NotFound("operator " + id));
        OperatorScope reach = OperatorScope.of(user);
        if (!reach.covers(operator.role())
                || reach.district() != null
                        && !reach.district().equals(organisation(operator).district())) {
            throw new NotFound("operator " + id);
        }
        return operator;
    }

    /** The same, for somebody who may change it; nobody changes the account they are signed in with here. */
    OperatorView toChange(OperatorId id, CurrentUser user) {
        OperatorView operator = get(id, user);
        if (!OperatorScope.of(user).changes()) {
            throw new NotFound("operator " + id);
        }
        if (id.equals(user.operatorId())) {
            throw Refusal.because("account.refusal.own");
        }
        return operator;
    }

    OrganisationView organisation(OperatorView operator) {
        return organisations.organisation(operator.organisation());
    }
}
