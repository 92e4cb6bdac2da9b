package org.maintenancefund.account;

import java.time.Instant;
import org.maintenancefund.access.OperatorId;

/** Something was done to an account; published in the transaction, for messages to its person. */
public record AccountChanged(OperatorId operator, Change change, Instant at) {

    /** What was done. */
    public enum Change {
        CREATED,
        CODE_REISSUED,
        PASSWORD_RESET,
        ACTIVATED,
        PASSWORD_CHANGED,
        DISABLED,
        ENABLED,
        LAPSED
    }
}
