package org.maintenancefund.closing;

import java.time.YearMonth;
import java.util.Optional;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Reason;

/** What stands against the next step of closing a month, by what is known of it: the page says so, and the service asks once more. */
final class ClosingRules {

    private ClosingRules() {}

    /**
     * Why the month can't be begun to be closed; empty where it can.
     *
     * @param next    whose turn it is
     * @param now     the month that runs
     * @param against how many differences stand against it
     */
    static Optional<Reason> obstacle(YearMonth month, Optional<YearMonth> next, YearMonth now, long against) {
        if (next.isPresent() && next.get().isBefore(month)) {
            return Optional.of(Reason.of("ledger.period.refusal.turn", next.get()));
        }
        if (!month.isBefore(now)) {
            return Optional.of(Reason.of("closing.refusal.running", month));
        }
        return differences(against);
    }

    /**
     * Why this person can't confirm a closing that is underway; empty where they can.
     *
     * @param unsigned how many accounts nobody has signed
     * @param against  how many differences stand against it
     */
    static Optional<Reason> confirmable(ClosingView closing, long unsigned, long against, CurrentUser by) {
        if (closing.state() != ClosingState.READY) {
            return Optional.of(Reason.of("closing.refusal.checking"));
        }
        if (unsigned > 0) {
            return Optional.of(Reason.of("closing.refusal.unsigned", Figures.of(unsigned)));
        }
        return differences(against)
                .or(() -> closing.isBegunBy(by) ? Optional.of(Reason.of("closing.refusal.own")) : Optional.empty());
    }

    private static Optional<Reason> differences(long against) {
        return against == 0
                ? Optional.empty()
                : Optional.of(Reason.of("closing.refusal.differences", Figures.of(against)));
    }
}
