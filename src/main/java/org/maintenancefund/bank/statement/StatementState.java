package org.maintenancefund.bank.statement;

import org.maintenancefund.kernel.Labelled;

/** How an import stands. */
public enum StatementState implements Labelled {
    /** Read and found right; waits for somebody to confirm it. */
    READ,
    CONFIRMED,
    DISCARDED;

    public String tag() {
        return switch (this) {
            case READ -> "waiting";
            case CONFIRMED -> "ok";
            case DISCARDED -> "off";
        };
    }
}
