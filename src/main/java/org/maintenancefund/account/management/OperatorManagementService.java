package org.maintenancefund.account.management;

import java.util.Optional;
import org.maintenancefund.account.AccountVersion;
import org.maintenancefund.account.Operators;
import org.maintenancefund.account.creation.OperatorCreationService;
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
class OperatorManagementService {

    private final Operators operators;
    private final OperatorCreationService creation;

    OperatorManagementService(Operators operators, OperatorCreationService creation) {
        this.operators = operators;
        this.creation = creation;
    }

    @Transactional
    void disable(AccountVersion seen) {
        operators.lockAsSeen(seen);
        operators.disable(seen.id());
    }

    /** A slip where the person has no password of their own. */
    Optional<Slip> enable(AccountVersion seen) {
        return creation.enable(seen);
    }

    @Transactional
    void correct(AccountVersion seen, PersonName name, MobileNumber mobile) {
        operators.lockAsSeen(seen);
        operators.correct(seen.id(), name, mobile);
    }
}
