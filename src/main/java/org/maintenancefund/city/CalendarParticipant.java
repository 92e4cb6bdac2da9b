package org.maintenancefund.city;

/**
 * Keeps days that were counted with the calendar and move with it. Implemented by the modules above this one, and asked in the
 * transaction that changes the holidays.
 */
public interface CalendarParticipant {

    /** How many of its due dates would be other days with that calendar. */
    int moving(WorkingDayCalendar calendar);

    /** Moves them, with an entry of the trail for each; answers how many. */
    int move(WorkingDayCalendar calendar);
}
