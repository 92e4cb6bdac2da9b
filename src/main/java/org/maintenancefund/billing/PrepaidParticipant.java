package org.maintenancefund.billing;

import org.maintenancefund.unit.UnitId;

/**
 * Who has money of units that no bill took yet (预存): each run tells its participants what it billed, in its own transaction and
 * behind its lock, so that the next bills take that money by themselves. Whoever answers does so by a few statements for all bills of
 * the run, and allocates by {@link Bills#allocateAll}: the bills are locked by then.
 */
public interface PrepaidParticipant {

    /** The bills of this run are there, none of them paid. What is thrown takes the whole run back. */
    void billed(RunId run);

    /** A bill of the unit is more than before: an adjustment was confirmed. Called in its transaction, while nobody pays there. */
    void raised(UnitId unit);
}
