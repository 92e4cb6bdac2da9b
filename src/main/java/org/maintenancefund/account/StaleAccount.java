package org.maintenancefund.account;

import org.maintenancefund.access.OperatorId;

/** Somebody changed the account since the page that is acted on was shown; nothing was done. */
public final class StaleAccount extends RuntimeException {

    private final transient OperatorId id;

    StaleAccount(OperatorId id) {
        super("account " + id);
        this.id = id;
    }

    /** Whose. */
    public OperatorId id() {
        return id;
    }
}
