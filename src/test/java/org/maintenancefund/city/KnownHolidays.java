package org.maintenancefund.city;

import java.time.Clock;

/** The holidays of the configuration alone, without a database. */
final class KnownHolidays extends Holidays {

    private final WorkingDayCalendar calendar;

    private KnownHolidays(CityProperties city) {
        super(city, null, null);
        calendar = WorkingDayCalendar.of(configuredBy(city));
    }

    static WorkingDays workingDays(CityProperties city, Clock clock) {
        return new WorkingDays(new KnownHolidays(city), clock);
    }

    @Override
    public WorkingDayCalendar calendar() {
        return calendar;
    }
}
