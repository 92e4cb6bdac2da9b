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
    /** Another amount arrived than was told. */
    AMOUNT_OFF(DifferenceOwner.MUNICIPAL),
    /** Households began with more than lay in their account. */
    OPENING_OFF(DifferenceOwner.MUNICIPAL),
    /** Found and told by a person. */
    BY_HAND(DifferenceOwner.DISTRICT);

    /** Who looks after it where nobody said otherwise; the municipal centre where it is of no district. */
    @Getter
    private final DifferenceOwner usualOwner;
}
