package org.maintenancefund.difference;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** What doesn't agree. */
@RequiredArgsConstructor
public enum DifferenceKind implements Labelled {
    /** A line of the bank that nobody knows where it belongs to, for too many days. */
    LINE_UNMATCHED(DifferenceOwner.MUNICIPAL),
    /** A slip whose money has not arrived, for too many days. */
    SLIP_NOT_ARRIVED(DifferenceOwner.DISTRICT),
    /** A statement of the bank doesn't go on where the one before it ended. */
    CHAIN_BROKEN(DifferenceOwner.MUNICIPAL),
    /** Another amount arrived than was told. */
    AMOUNT_OFF(DifferenceOwner.MUNICIPAL),
    /** What was taken over is not what the units have together. */
    OPENING_OFF(DifferenceOwner.DISTRICT),
    /** Found and told by a person. */
    BY_HAND(DifferenceOwner.DISTRICT);

    /** Who looks after it where nobody said otherwise; the municipal centre where it is of no district. */
    @Getter
    private final DifferenceOwner usualOwner;
}
