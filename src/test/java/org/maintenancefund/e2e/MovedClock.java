package org.maintenancefund.e2e;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/** Ten in the morning of a day, for everybody who looks, until it is set to another one. */
final class MovedClock extends Clock {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final int TEN = 10;

    private volatile Instant now;

    /** In the month before this one. */
    MovedClock(int day) {
        now = at(YearMonth.now(CITY).minusMonths(1).atDay(day));
    }

    void to(LocalDate day) {
        now = at(day);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(TEN, 0).atZone(CITY).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return CITY;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
