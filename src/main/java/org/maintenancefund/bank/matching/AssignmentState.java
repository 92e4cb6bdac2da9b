package org.maintenancefund.bank.matching;

import org.maintenancefund.kernel.Labelled;

/** How an assignment stands; {@code tg_bank_assignment_step} has the same table. */
public enum AssignmentState implements Labelled {
    PROPOSED,
    CONFIRMED,
    REJECTED,
    UNDONE;

    boolean mayBecome(AssignmentState next) {
        return switch (this) {
            case PROPOSED -> next == CONFIRMED || next == REJECTED;
            case CONFIRMED -> next == UNDONE;
            case REJECTED, UNDONE -> false;
        };
    }

    public String tag() {
        return switch (this) {
            case PROPOSED -> "waiting";
            case CONFIRMED -> "ok";
            case REJECTED, UNDONE -> "off";
        };
    }
}
