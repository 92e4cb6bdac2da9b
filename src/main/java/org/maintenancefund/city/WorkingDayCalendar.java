package org.maintenancefund.city;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Monday to Friday without the public holidays, and the days at weekends that are worked in exchange (调休). Counting begins on
 * the day after: what comes in on a Monday and has one working day is due on Tuesday.
 *
 * @param holidays days nobody works
 * @param workdays days that are worked whatever else they are
 * @param listed   the years whose holidays are known
 */
public record WorkingDayCalendar(Set<LocalDate> holidays, Set<LocalDate> workdays, Set<Integer> listed) {

    public WorkingDayCalendar {
        holidays = Set.copyOf(holidays);
        workdays = Set.copyOf(workdays);
        listed = Set.copyOf(listed);
    }

    /** The calendar of these years; all others have weekends only. */
    public static WorkingDayCalendar of(List<HolidayYear> years) {
        Set<LocalDate> holidays = years.stream()
                .flatMap(year -> year.holidays().stream())
                .flatMap(holiday ->
                        holiday.days().start().datesUntil(holiday.days().end().plusDays(1)))
                .collect(Collectors.toSet());
        Set<LocalDate> workdays = new HashSet<>();
        years.forEach(year -> workdays.addAll(year.workdays()));
        return new WorkingDayCalendar(
                holidays,
                workdays,
                years.stream()
                        .filter(HolidayYear::isComplete)
                        .map(HolidayYear::year)
                        .collect(Collectors.toSet()));
    }

    public boolean isWorkingDay(LocalDate day) {
        return workdays.contains(day) || !isWeekend(day) && !holidays.contains(day);
    }

    public static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** True where the holidays of that year are known, see {@link HolidayYear#isComplete}. */
    public boolean isListed(int year) {
        return listed.contains(year);
    }

    /** The last day to do something that came in on {@code from} and has {@code days} working days, at least one. */
    public LocalDate due(LocalDate from, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a due date needs at least one working day");
        }
        LocalDate day = from;
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** How many working days are after the one day, up to and with the other; zero where that is not later. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                count++;
            }
        }
        return count;
    }
}
