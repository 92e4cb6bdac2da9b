package org.maintenancefund.account;

import org.maintenancefund.kernel.Labelled;

/** What an account can do. */
public enum OperatorState implements Labelled {
    /** Has the initial password 1; can only change it, with the 激活码. */
    PENDING_ACTIVATION,
    ACTIVE,
    DISABLED;

    /** The kind of tag that shows it. */
    public String tag() {
        return this == ACTIVE ? "ok" : this == DISABLED ? "off" : "waiting";
    }
}
