package org.maintenancefund.ledger;

import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;

/** How far a month of the books is. The same stands in the trigger {@code tg_accounting_period_step}. */
@RequiredArgsConstructor
public enum PeriodState implements Labelled {
    OPEN("waiting"),
    /** Nothing lands in it any more, and it may still be opened again. */
    CLOSING("info"),
    CLOSED("ok");

    /** The kind of tag that shows it, see fragments/page. */
    @Getter
    private final String tag;

    public boolean mayBecome(PeriodState next) {
        return switch (this) {
            case OPEN -> next == CLOSING;
            case CLOSING -> next == OPEN || next == CLOSED;
            case CLOSED -> false;
        };
    }
}
