package org.maintenancefund.application;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.paging.CappedCount;

/**
 * How many applications of a kind a district has.
 *
 * @param byTab      per tab
 * @param urgent     pending ones that are due within one working day or overdue
 * @param untold     decided ones whose contact was not told yet
 * @param nextDue    the earliest due date; null where nothing is pending
 */
public record QueueCounts(
        Map<QueueTab, CappedCount> byTab,
        long urgent,
        long untold,
        @Nullable LocalDate nextDue) {

    /** All tabs are counted. */
    public CappedCount of(QueueTab tab) {
        return Objects.requireNonNull(byTab.get(tab));
    }

    public long pending() {
        return of(QueueTab.PENDING).value();
    }
}
