package org.maintenancefund.application;

/**
 * Keeps what applications stand on from being rearranged (property areas: merged) while one is submitted or decided. Asked
 * first in such a transaction, before any row is locked, so that nobody waits crosswise.
 */
public interface SubjectLock {

    /** From here to the end of the transaction nothing is rearranged; waits for a rearrangement under way. */
    void lock();
}
