package org.maintenancefund.collection.receipt.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.collection.receipt.ManyReceipts;
import org.maintenancefund.collection.receipt.NewReceipt;
import org.maintenancefund.importing.ApplyingSteps;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportRows;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second half of an import: in one transaction the rows are compared once more and recorded, so that a worker that dies leaves
 * nothing behind and the next one begins anew. While it lasts nobody else pays in the area. What others recorded since the preview
 * under the same 外部流水号 with the same content is there already; where a row means something else by now, or something else is to be
 * asked about it, nothing is recorded and whoever confirmed looks again.
 */
@Component
@RequiredArgsConstructor
class ReceiptApplying {

    private static final int BATCH = 500;

    private final ApplyingSteps steps;
    private final ImportRows rows;
    private final ReceiptMatchers matchers;
    private final ManyReceipts receipts;
    private final TransactionTemplate transactions;

    void apply(ImportView run, UUID worker) {
        // Seen by whoever looks at the page while the rows are on their way.
        steps.stay(run, worker);
        try {
            transactions.executeWithoutResult(status -> applyAll(run, worker));
        } catch (NotFound gone) {
            steps.refuse(run, worker, Messages.of(ReceiptImportDefinition.NOT_YOURS));
        } catch (Refusal refusal) {
            steps.refuse(run, worker, Messages.of(refusal.reason()));
        }
    }

    private void applyAll(ImportView run, UUID worker) {
        steps.stay(run, worker);
        AreaView area = receipts.lock(AreaId.of(run.scope()), run.by());
        ReceiptMatcher matcher = matchers.of(area, ImportHeader.of(ReceiptColumn.class, run.headers()));
        List<ImportRow> moved = compare(run, worker, matcher);
        if (!moved.isEmpty()) {
            steps.askAgain(run, worker, moved);
            return;
        }
        List<NewReceipt> told = matcher.told();
        receipts.recordAll(area, told, run.by());
        steps.finishAtOnce(run, worker, told.size());
    }

    /** Compares all rows; returns those that mean something else than was shown. */
    private List<ImportRow> compare(ImportView run, UUID worker, ReceiptMatcher matcher) {
        List<ImportRow> moved = new ArrayList<>();
        List<ImportRow> some = rows.nextToApply(run, 0, BATCH);
        while (!some.isEmpty()) {
            // Notices when the process ends.
            steps.stay(run, worker);
            List<ImportRow> now = matcher.match(
                    some.stream().map(ImportLine<ReceiptColumn>::new).toList());
            for (int i = 0; i < some.size(); i++) {
                if (meansAnother(some.get(i), now.get(i))) {
                    moved.add(now.get(i));
                }
            }
            some = rows.nextToApply(run, some.get(some.size() - 1).number(), BATCH);
        }
        return moved;
    }

    /** What was asked and has become plain is nothing to ask again. */
    private static boolean meansAnother(ImportRow shown, ImportRow now) {
        boolean same = Objects.equals(now.record(), shown.record());
        return switch (now.outcome()) {
            case SAME -> false;
            case NEW -> !same;
            case DOUBTFUL -> !same || !now.faults().equals(shown.faults());
            default -> true;
        };
    }
}
