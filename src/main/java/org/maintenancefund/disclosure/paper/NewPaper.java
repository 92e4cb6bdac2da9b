package org.maintenancefund.disclosure.paper;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * A paper that is to be given out.
 *
 * @param receipt  收款编号 of the payment that it proves; else null
 * @param firstDay of a statement; else null
 * @param lastDay  the day that it is about, or the last one
 * @param amount   what was paid, or the balance at the last day
 */
record NewPaper(
        PaperKind kind,
        UnitId unit,
        @Nullable String receipt,
        @Nullable LocalDate firstDay,
        LocalDate lastDay,
        Money amount,
        PaperContent content) {}
