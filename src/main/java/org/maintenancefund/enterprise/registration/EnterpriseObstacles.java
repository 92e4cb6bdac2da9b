package org.maintenancefund.enterprise.registration;

import java.util.Optional;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/** Why a company can't register: it is here already, or it has a shared account. Says nothing of whose it is. */
@Component
class EnterpriseObstacles {

    private final Enterprises enterprises;

    EnterpriseObstacles(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    Optional<Reason> known(CreditCode code) {
        Optional<EnterpriseView> known = enterprises.find(code);
        if (known.isPresent() && known.get().qualification() == Qualification.UNQUALIFIED) {
            return Optional.of(Reason.of("enterprise.registration.registered"));
        }
        return enterprises.isKnownQualified(code)
                ? Optional.of(Reason.of("enterprise.registration.qualified"))
                : Optional.empty();
    }
}
