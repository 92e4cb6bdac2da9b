package org.maintenancefund.closing;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.ledger.PeriodState;

/**
 * A month of the books, as its page shows it to somebody.
 *
 * @param attempts       to close it, the last first
 * @param steps          of the last attempt
 * @param differences    that stand against it or are carried over
 * @param accounts       the papers of the last attempt
 * @param obstacle       why an open month can't be begun to be closed; empty where it can
 * @param notConfirmable why the person can't confirm a closing that is underway; empty where they can
 */
public record ClosingMonth(
        YearMonth month,
        PeriodState state,
        List<ClosingView> attempts,
        List<StepView> steps,
        List<CarriedDifferences.Open> differences,
        List<ReconciliationView> accounts,
        Optional<Reason> obstacle,
        Optional<Reason> notConfirmable) {

    /** Null where there was none. */
    public @Nullable ClosingView last() {
        return attempts.isEmpty() ? null : attempts.get(0);
    }

    /** How many steps are behind the last attempt. */
    public long done() {
        return steps.stream().filter(step -> step.state() != StepState.WAITING).count();
    }
}
