package org.maintenancefund.fundaccount;

import java.util.Set;
import org.maintenancefund.kernel.Labelled;

/** How far an account is; the table's trigger follows the same table of states. */
public enum FundAccountState implements Labelled {
    PROPOSED,
    RETURNED,
    CONFIRMED;

    /** Whether the one may follow the other. */
    boolean mayBecome(FundAccountState next) {
        return switch (this) {
            case PROPOSED -> Set.of(CONFIRMED, RETURNED, PROPOSED).contains(next);
            case RETURNED -> next == PROPOSED;
            case CONFIRMED -> false;
        };
    }
}
