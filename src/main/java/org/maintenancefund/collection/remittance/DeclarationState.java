package org.maintenancefund.collection.remittance;

import java.util.Set;
import org.maintenancefund.kernel.Labelled;

/** How a declaration stands; the database knows the same order ({@code tg_declaration_next_state}). */
public enum DeclarationState implements Labelled {
    /** 待确认: one person has declared it. */
    PROPOSED,
    /** 已确认 by another one: goes into a slip. */
    CONFIRMED,
    /** 已入账: with its slip. */
    BOOKED,
    /** 已撤回: its receipts can be declared again. */
    TAKEN_BACK;

    public boolean mayBecome(DeclarationState next) {
        return switch (this) {
            case PROPOSED -> Set.of(CONFIRMED, TAKEN_BACK).contains(next);
            case CONFIRMED -> Set.of(BOOKED, TAKEN_BACK).contains(next);
            case BOOKED -> next == CONFIRMED;
            case TAKEN_BACK -> false;
        };
    }

    /** For templates. */
    public boolean is(String name) {
        return name().equals(name);
    }

    /** How it is marked on pages. */
    public String tag() {
        return switch (this) {
            case PROPOSED -> "waiting";
            case CONFIRMED -> "info";
            case BOOKED -> "ok";
            case TAKEN_BACK -> "off";
        };
    }
}
