package org.maintenancefund.account.management;

import java.util.Optional;
import org.maintenancefund.account.AccountVersion;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.creation.CreationDesk;
import org.maintenancefund.account.creation.Slip;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done to one account, on the account as it was seen: {@link org.maintenancefund.account.StaleAccount} where somebody
 * was quicker.
 */
@Component
class OperatorDesk {

    private final Operators operators;
    private final CreationDesk creation;

    OperatorDesk(Operators operators, CreationDesk creation) {
        this.operators = operators;
        this.creation = creation;
    }

    @Transactional
    void disable(AccountVersion seen) {
        operators.holdAsSeen(seen);
        operators.disable(seen.id());
    }

    /** A slip where the person has no password of their own. */
    Optional<Slip> enable(AccountVersion seen) {
        return creation.enable(seen);
    }

    @Transactional
    void correct(AccountVersion seen, PersonName name, MobileNumber mobile) {
        operators.holdAsSeen(seen);
        operators.correct(seen.id(), name, mobile);
    }
}
