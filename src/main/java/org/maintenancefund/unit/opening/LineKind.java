package org.maintenancefund.unit.opening;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** What a list of opening balances is narrowed down to, as a condition of units {@code u}, versions {@code v} and lines {@code l}. */
@RequiredArgsConstructor
public enum LineKind implements Labelled {
    ENTERED("l.unit_id IS NOT NULL"),
    /** Has to pay and has no line. */
    MISSING("v.liable AND l.unit_id IS NULL"),
    HIGH(OpeningDoubts.HIGH),
    /** Less than 30 % of 首期原值, see {@link org.maintenancefund.unit.Replenishment}. */
    LOW("l.balance * 10 < l.original * 3"),
    WITHOUT_ORIGINAL("l.unit_id IS NOT NULL AND l.original IS NULL");

    final String condition;
}
