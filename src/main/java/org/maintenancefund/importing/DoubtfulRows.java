package org.maintenancefund.importing;

/** What becomes of the rows that somebody was asked about: an answer for all of them. */
public enum DoubtfulRows {
    APPLY,
    SKIP;

    public boolean isSkip() {
        return this == SKIP;
    }
}
