package org.maintenancefund.city;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * The city's working days: Monday to Friday without the public holidays, and the days at weekends that are worked in
 * exchange (调休). Counting begins on the day after: what comes in on a Monday and has one working day is due on Tuesday.
 */
@Component
@RequiredArgsConstructor
public class WorkingDays {

    private final CityProperties city;
    private final Clock clock;

    public boolean isWorkingDay(LocalDate day) {
        if (city.extraWorkdays().contains(day)) {
            return true;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && city.holidays().stream().noneMatch(holiday -> holiday.contains(day));
    }

    /**
     * True where the holidays of that year are known. Each year's announcement has National Day in it, the last of the year;
     * the first days of January alone are no announcement.
     */
    public boolean isListed(int year) {
        LocalDate nationalDay = LocalDate.of(year, Month.OCTOBER, 1);
        return city.holidays().stream().anyMatch(holiday -> holiday.contains(nationalDay));
    }

    /** The last day to do something that came in at {@code from} and has {@code days} working days, at least one. */
    public LocalDate due(Instant from, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a due date needs at least one working day");
        }
        LocalDate day = dayOf(from);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /**
     * How many working days have begun since: those after the day of {@code from}, up to and with the day of {@code to}.
     * Zero where {@code to} is not later. What has waited longer than its days is overdue.
     */
    public int between(Instant from, Instant to) {
        return between(dayOf(from), dayOf(to));
    }

    /** The same for days; negative counts are not made: a day in the past gives zero. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }
}
