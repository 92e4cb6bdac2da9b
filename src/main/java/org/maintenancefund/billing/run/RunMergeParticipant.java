package org.maintenancefund.billing.run;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Bills go with their units, and keep the area in which they were made; runs stay where they were. A trial that waits in an area that
 * goes is given up: nobody could confirm it there. A run that was made since keeps the merge from being undone: it has bills of units
 * of both, and who took it back afterwards would take those of another area away.
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

    /** What was taken back since has left no bill. */
    @Override
    public Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return runs.allBilledSince(kept, since).stream()
                .findFirst()
                .map(run -> Reason.of("billing.run.decided-since-merge", run.period()));
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        // What was given up can be tried again; nothing was moved.
    }
}
