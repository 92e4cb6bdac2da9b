package org.maintenancefund.city;

import java.time.LocalDate;
import org.maintenancefund.kernel.Messages;

/**
 * A due date as it looks from a day.
 *
 * @param day         the last day
 * @param today       seen from here
 * @param workingDays between the two: left, or gone by where it is over
 * @param listed      false where the holidays that it rests on are not known yet, so that it may move
 */
public record DueDate(LocalDate day, LocalDate today, int workingDays, boolean listed) {

    public static DueDate of(LocalDate day, LocalDate today, WorkingDays calendar) {
        boolean over = day.isBefore(today);
        return new DueDate(
                day, today, over ? calendar.between(day, today) : calendar.between(today, day), calendar.isListed(day));
    }

    /** True from the day after it on, also on a Saturday on which no further working day has passed. */
    public boolean isOver() {
        return day.isBefore(today);
    }

    /** True where it is over or within one working day. */
    public boolean isUrgent() {
        return isOver() || workingDays <= 1;
    }

    /** How it stands, told by the date: 今天到期, 昨天到期, 还剩 3 个工作日, 已超期. */
    public String words() {
        if (day.equals(today.minusDays(1))) {
            return Messages.of("city.due.yesterday");
        }
        if (isOver()) {
            return workingDays == 0 ? Messages.of("city.due.over") : Messages.of("city.due.over-by", workingDays);
        }
        return day.equals(today) ? Messages.of("city.due.today") : Messages.of("city.due.left", workingDays);
    }
}
