package org.maintenancefund.billing.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Bills go with their units, and keep the area in which they were made; runs stay where they were. A trial that waits in an area that
 * goes is given up: nobody could confirm it there.
 */
@Component
@Order(8)
@RequiredArgsConstructor
class RunMergeParticipant implements AreaMergeParticipant {

    private final BillingRunRepository runs;

    @Override
    public String name() {
        return "billing-runs";
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        runs.allWaiting(List.copyOf(merged)).forEach(BillingRun::discard);
        return "";
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        // What was given up can be tried again; nothing was moved.
    }
}
