package org.maintenancefund.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.maintenancefund.city.WorkingDays;
import org.springframework.stereotype.Component;

/** When things happened in the demo city: always as long ago as the demo wants, whenever it is started. */
@Component
public class DemoDays {

    private final WorkingDays workingDays;
    private final Clock clock;

    DemoDays(WorkingDays workingDays, Clock clock) {
        this.workingDays = workingDays;
        this.clock = clock;
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Ten in the morning, so many days ago. */
    public Instant daysAgo(int days) {
        return at(today().minusDays(days), 10, 0);
    }

    /** The working day so many working days ago. */
    LocalDate workingDay(int ago) {
        LocalDate day = today();
        for (int left = ago; left > 0; ) {
            day = day.minusDays(1);
            left -= workingDays.isWorkingDay(day) ? 1 : 0;
        }
        return day;
    }

    /** That time of day, so many working days ago. */
    public Instant workingDaysAgo(int days, int hour, int minute) {
        Instant at = at(workingDay(days), hour, minute);
        // Nothing happens in the future, also where the demo is started early in the morning.
        return at.isAfter(clock.instant()) ? clock.instant().minusSeconds(60) : at;
    }

    /** That time of the day; now where it is still to come. */
    public Instant on(LocalDate day, int hour, int minute) {
        Instant at = at(day, hour, minute);
        return at.isAfter(clock.instant()) ? clock.instant() : at;
    }

    private Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(LocalTime.of(hour, minute)).atZone(clock.getZone()).toInstant();
    }
}
