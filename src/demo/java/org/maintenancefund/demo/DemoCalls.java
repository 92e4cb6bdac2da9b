package org.maintenancefund.demo;

import java.time.Instant;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.CallOutcome;
import org.maintenancefund.application.PhoneCall;
import org.maintenancefund.application.PhoneCalls;
import org.springframework.stereotype.Component;

/** Calls that clerks of the demo city made. */
@Component
public class DemoCalls {

    private final PhoneCalls calls;
    private final TravellingClock clock;

    DemoCalls(PhoneCalls calls, TravellingClock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** Somebody was told what was decided. */
    public void reached(ApplicationNumber number, CurrentUser by, Instant at) {
        clock.at(at, () -> {
            PhoneCall call = calls.get(number, by);
            calls.record(number, call.round(), call.state().tries(), CallOutcome.REACHED, by);
        });
    }
}
