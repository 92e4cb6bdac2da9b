package org.maintenancefund.bank.statement;

import org.maintenancefund.kernel.Labelled;

/** How far it is known what a line is. */
public enum BankLineState implements Labelled {
    OPEN,
    /** Somebody has to confirm it. */
    PROPOSED,
    SETTLED;

    public String tag() {
        return switch (this) {
            case OPEN -> "bad";
            case PROPOSED -> "waiting";
            case SETTLED -> "ok";
        };
    }
}
