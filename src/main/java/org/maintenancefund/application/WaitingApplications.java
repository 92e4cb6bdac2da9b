package org.maintenancefund.application;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What of one kind waits for a district.
 *
 * @param pending how many wait for a decision
 * @param urgent  those of them that are due within one working day or overdue
 * @param oldest  when the one that waits longest was (re)submitted; null where none waits
 * @param untold  decided ones whose contact was not told yet
 * @param due     the earliest due date; null where none waits
 */
public record WaitingApplications(
        long pending,
        long urgent,
        @Nullable Instant oldest,
        long untold,
        @Nullable LocalDate due) {

    static final WaitingApplications NONE = new WaitingApplications(0, 0, null, 0, null);
}
