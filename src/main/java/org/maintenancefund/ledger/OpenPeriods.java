package org.maintenancefund.ledger;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The months of the city's books that something can land in: all behind the last one that is closed or being closed.
 *
 * @param lastClosed null where none is closed yet
 */
public record OpenPeriods(@Nullable YearMonth lastClosed) {

    /** The month that something of that day lands in: its own, or the first open one where that is closed. Its day is kept. */
    public YearMonth landing(LocalDate day) {
        YearMonth own = YearMonth.from(day);
        return lastClosed == null || own.isAfter(lastClosed) ? own : lastClosed.plusMonths(1);
    }
}
