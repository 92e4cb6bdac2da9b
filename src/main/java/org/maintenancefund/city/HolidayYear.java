package org.maintenancefund.city;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * The holidays of a year, as the State Council announces them in the November before (国务院办公厅关于部分节假日安排的通知).
 *
 * @param holidays the first one may begin in the last days of the year before; in the order of their days
 * @param workdays Saturdays and Sundays that are worked in exchange (调休上班), in their order
 */
public record HolidayYear(int year, List<Holiday> holidays, List<LocalDate> workdays) {

    public HolidayYear {
        holidays = List.copyOf(holidays);
        workdays = List.copyOf(workdays);
    }

    /**
     * True where it has National Day in it, the last holiday of each year's announcement; the first days of January alone are
     * no announcement.
     */
    public boolean isComplete() {
        LocalDate nationalDay = LocalDate.of(year, Month.OCTOBER, 1);
        return holidays.stream().anyMatch(holiday -> holiday.days().contains(nationalDay));
    }
}
