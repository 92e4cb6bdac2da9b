package org.maintenancefund.collection.remittance;

import java.util.Set;
import org.maintenancefund.kernel.Labelled;

/** How a slip stands; the database knows the same order ({@code tg_remittance_slip_next_state}). */
public enum SlipState implements Labelled {
    DRAFT,
    SUBMITTED,
    PARTLY_ARRIVED,
    ARRIVED,
    BOOKED,
    VOIDED;

    /** Whether a slip in this state may be in that one next; part of what arrived may be followed by another part. */
    public boolean mayBecome(SlipState next) {
        return switch (this) {
            case DRAFT -> Set.of(SUBMITTED, VOIDED).contains(next);
            case SUBMITTED -> Set.of(PARTLY_ARRIVED, ARRIVED, VOIDED).contains(next);
            case PARTLY_ARRIVED -> Set.of(PARTLY_ARRIVED, ARRIVED, SUBMITTED).contains(next);
            case ARRIVED -> Set.of(PARTLY_ARRIVED, SUBMITTED, BOOKED).contains(next);
            case BOOKED -> next == ARRIVED;
            case VOIDED -> false;
        };
    }

    /** Whether the account waits for money of it. */
    public boolean isExpected() {
        return this == SUBMITTED || this == PARTLY_ARRIVED;
    }

    /** For templates. */
    public boolean is(String name) {
        return name().equals(name);
    }

    /** How it is marked on pages. */
    public String tag() {
        return switch (this) {
            case DRAFT -> "outline";
            case SUBMITTED, PARTLY_ARRIVED -> "waiting";
            case ARRIVED -> "info";
            case BOOKED -> "ok";
            case VOIDED -> "off";
        };
    }
}
