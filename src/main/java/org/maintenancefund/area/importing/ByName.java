package org.maintenancefund.area.importing;

/** What becomes of rows that were found by their name only, decided by who confirms an import. */
enum ByName {
    UPDATE,
    SKIP;

    public boolean isSkip() {
        return this == SKIP;
    }
}
