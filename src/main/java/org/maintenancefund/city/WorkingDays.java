package org.maintenancefund.city;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/** The city's working days as they are known now, see {@link WorkingDayCalendar}; a point in time counts as its day in the city. */
@Component
@RequiredArgsConstructor
public class WorkingDays {

    /** So many days of December may be holidays of New Year's. */
    private static final int DAYS_BEFORE_NEW_YEAR = 2;

    private final Holidays holidays;
    private final Clock clock;

    public boolean isWorkingDay(LocalDate day) {
        return holidays.calendar().isWorkingDay(day);
    }

    /** True where the holidays of that year are known. */
    public boolean isListed(int year) {
        return holidays.calendar().isListed(year);
    }

    /**
     * True where the holidays that a due date rests on are known: those of its year, and from the 30th of December on those of the
     * next one too, for New Year's may begin before the year does.
     */
    public boolean isListed(LocalDate due) {
        return isListed(due.getYear())
                && isListed(due.plusDays(DAYS_BEFORE_NEW_YEAR).getYear());
    }

    /** True where they were put in (已录入); else what is known of them is the configuration's (默认). */
    public boolean isPutIn(int year) {
        return holidays.isPutIn(year);
    }

    /**
     * The years whose holidays ought to be known today: this one, and from the first of December on the next, which is announced
     * in November.
     */
    public List<Integer> expectedYears() {
        LocalDate today = LocalDate.now(clock);
        return IntStream.rangeClosed(today.getYear(), today.plusMonths(1).getYear())
                .boxed()
                .toList();
    }

    /** The last day to do something that came in at {@code from} and has {@code days} working days, at least one. */
    public LocalDate due(Instant from, int days) {
        return holidays.calendar().due(dayOf(from), days);
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
        return holidays.calendar().between(from, to);
    }

    /** A due date as people are told it, with a mark where the holidays that it rests on are not known, so that it may move. */
    public String dueWords(LocalDate due) {
        return isListed(due) ? due.toString() : Messages.of("city.due.may-move", due);
    }

    private LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }
}
