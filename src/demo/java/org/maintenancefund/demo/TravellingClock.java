package org.maintenancefund.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;

/**
 * A clock that can be set to another time for the work of one thread. The demo city uses it to age its applications, tests
 * to reach a due date; production runs on the system clock.
 */
public final class TravellingClock extends Clock {

    private final Clock base;
    private final ThreadLocal<Instant> travelledTo;

    public TravellingClock(Clock base) {
        this(base, new ThreadLocal<>());
    }

    private TravellingClock(Clock base, ThreadLocal<Instant> travelledTo) {
        this.base = base;
        this.travelledTo = travelledTo;
    }

    /** Does the work as if it were {@code time} now, on this thread only. */
    public <T> T at(Instant time, Supplier<T> work) {
        Instant before = travelledTo.get();
        travelledTo.set(time);
        try {
            return work.get();
        } finally {
            if (before == null) {
                travelledTo.remove();
            } else {
                travelledTo.set(before);
            }
        }
    }

    /** Does the work as if it were {@code time} now, on this thread only. */
    public void at(Instant time, Runnable work) {
        at(time, () -> {
            work.run();
            return null;
        });
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new TravellingClock(base.withZone(zone), travelledTo);
    }

    @Override
    public Instant instant() {
        Instant set = travelledTo.get();
        return set == null ? base.instant() : set;
    }
}
