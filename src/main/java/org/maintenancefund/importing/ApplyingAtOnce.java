package org.maintenancefund.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second half of an import of all rows or none: in one transaction they are compared once more and entered, so that a worker that
 * dies leaves nothing behind and the next one begins anew. While it lasts nobody else changes what they are compared with. What others
 * entered since the preview with the same content is there already; where a row means something else by now, nothing is entered and
 * whoever confirmed looks again.
 */
@Component
@RequiredArgsConstructor
class ApplyingAtOnce {

    private static final int BATCH = 500;

    private final ApplyingSteps steps;
    private final ImportRows rows;
    private final TransactionTemplate transactions;

    <C extends Enum<C> & ImportedColumn> void apply(AllOrNoneImport<C> definition, ImportView run, UUID worker) {
        // Seen by whoever looks at the page while the rows are on their way.
        steps.stay(run, worker);
        try {
            transactions.executeWithoutResult(status -> applyAll(definition, run, worker));
        } catch (NotFound gone) {
            steps.refuse(run, worker, Messages.of(definition.notYours()));
        } catch (Refusal refusal) {
            steps.refuse(run, worker, Messages.of(refusal.reason()));
        }
    }

    private <C extends Enum<C> & ImportedColumn> void applyAll(
            AllOrNoneImport<C> definition, ImportView run, UUID worker) {
        steps.stay(run, worker);
        AllOrNoneImport.Locked<C> locked = definition.lock(run, ImportHeader.of(definition.columns(), run.headers()));
        List<ImportRow> moved = compare(definition, locked.matcher(), run, worker);
        if (moved.isEmpty()) {
            steps.finishAtOnce(run, worker, locked.enter().getAsInt());
        } else {
            steps.askAgain(run, worker, moved);
        }
    }

    /** Compares all rows; returns those that mean something else than was shown. */
    private <C extends Enum<C> & ImportedColumn> List<ImportRow> compare(
            AllOrNoneImport<C> definition, RowMatcher<C> matcher, ImportView run, UUID worker) {
        List<ImportRow> moved = new ArrayList<>();
        List<ImportRow> some = rows.nextToApply(run, 0, BATCH);
        while (!some.isEmpty()) {
            // Notices when the process ends.
            steps.stay(run, worker);
            List<ImportRow> now =
                    matcher.match(some.stream().map(ImportLine<C>::new).toList());
            for (int i = 0; i < some.size(); i++) {
                if (definition.meansAnother(some.get(i), now.get(i))) {
                    moved.add(now.get(i));
                }
            }
            some = rows.nextToApply(run, some.get(some.size() - 1).number(), BATCH);
        }
        return moved;
    }
}
