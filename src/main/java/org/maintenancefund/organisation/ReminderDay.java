package org.maintenancefund.organisation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lombok.Getter;
import lombok.RequiredArgsConstructor;

/** When people are reminded of something that ends on a day: 90 and 30 days before, and on the day itself. */
@RequiredArgsConstructor
public enum ReminderDay {
    SOON(90),
    URGENT(30),
    END(0);

    /** So long after its day a reminder is still given, for a morning that was missed. */
    public static final int LATE_DAYS = 30;

    /** Days before the end. */
    @Getter
    private final int days;

    /** The reminder that is due on {@code today} of what ends then; one of something further off is not to be asked for. */
    public static ReminderDay of(LocalDate end, LocalDate today) {
        long left = ChronoUnit.DAYS.between(today, end);
        if (left <= END.days) {
            return END;
        }
        return left <= URGENT.days ? URGENT : SOON;
    }

    /** The first day whose end is still told of. */
    public static LocalDate firstEnd(LocalDate today) {
        return today.minusDays(LATE_DAYS);
    }

    /** The last day whose end is told of already. */
    public static LocalDate lastEnd(LocalDate today) {
        return today.plusDays(SOON.days);
    }
}
