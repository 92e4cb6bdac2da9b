package org.maintenancefund.collection.handover;

import org.maintenancefund.kernel.Labelled;

/** What matters a hand-over has, in the order of its list; the database knows the same ({@code ck_handover_matter_kind}). */
public enum MatterKind implements Labelled {
    OPEN_BILLS,
    PREPAID,
    /** Received and in no declaration. */
    UNDECLARED,
    /** Declared and on no slip. */
    UNSLIPPED,
    /** On a slip that has not arrived or is not booked. */
    UNDERWAY,
    UNITS,
    PAYERS,
    CONTRACTS,
    BOOKS;

    /** Whether it is money, settled where nothing of it is left. */
    public boolean isMoney() {
        return compareTo(UNITS) < 0;
    }

    /** Whether it is paper, settled where it is handed over with a word. */
    public boolean isDocument() {
        return compareTo(UNITS) > 0;
    }

    /** Whether it is part of 代收在途: the former company alone declares and remits it. */
    public boolean isHeld() {
        return this == UNDECLARED || this == UNSLIPPED || this == UNDERWAY;
    }
}
