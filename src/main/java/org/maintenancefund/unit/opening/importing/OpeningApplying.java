package org.maintenancefund.unit.opening.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.importing.ApplyingSteps;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportRows;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.RowOutcome;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.unit.importing.AreaImports;
import org.maintenancefund.unit.opening.OpeningEntry;
import org.maintenancefund.unit.opening.OpeningLineService;
import org.maintenancefund.unit.opening.OpeningService;
import org.maintenancefund.unit.opening.OpeningView;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second half of an import: in one transaction the rows are compared once more and entered, so that a worker that dies
 * leaves nothing behind and the next one begins anew. While it lasts nobody else changes the sheet. What others entered since
 * the preview with the same amounts is there already; where a row means something else by now, nothing is entered and whoever
 * confirmed looks again.
 */
@Component
@RequiredArgsConstructor
class OpeningApplying {

    private static final int BATCH = 500;

    private final ApplyingSteps steps;
    private final ImportRows rows;
    private final OpeningMatchers matchers;
    private final OpeningService openings;
    private final OpeningLineService lines;
    private final TransactionTemplate transactions;

    void apply(ImportView run, UUID worker) {
        // Seen by whoever looks at the page while the rows are on their way.
        steps.stay(run, worker);
        try {
            transactions.executeWithoutResult(status -> applyAll(run, worker));
        } catch (NotFound gone) {
            steps.refuse(run, worker, Messages.of(OpeningImportDefinition.NOT_YOURS));
        } catch (Refusal refusal) {
            steps.refuse(run, worker, Messages.of(refusal.reason()));
        }
    }

    private void applyAll(ImportView run, UUID worker) {
        steps.stay(run, worker);
        OpeningView sheet = openings.lock(AreaImports.area(run), run.by());
        OpeningMatcher matcher = matchers.of(sheet, ImportHeader.of(OpeningColumn.class, run.headers()));
        List<ImportRow> moved = compare(run, worker, matcher);
        if (!moved.isEmpty()) {
            steps.askAgain(run, worker, moved);
            return;
        }
        List<OpeningEntry> told = matcher.told();
        lines.enterAll(sheet.area(), told, run.by());
        steps.finishAtOnce(run, worker, told.size());
    }

    /** Compares all rows; returns those that enter or change something else than was shown, or can't any more. */
    private List<ImportRow> compare(ImportView run, UUID worker, OpeningMatcher matcher) {
        List<ImportRow> moved = new ArrayList<>();
        List<ImportRow> some = rows.nextToApply(run, 0, BATCH);
        while (!some.isEmpty()) {
            // Notices when the process ends.
            steps.stay(run, worker);
            List<ImportRow> now = matcher.match(
                    some.stream().map(ImportLine<OpeningColumn>::new).toList());
            for (int i = 0; i < some.size(); i++) {
                if (meansAnother(some.get(i), now.get(i))) {
                    moved.add(now.get(i));
                }
            }
            some = rows.nextToApply(run, some.get(some.size() - 1).number(), BATCH);
        }
        return moved;
    }

    private static boolean meansAnother(ImportRow shown, ImportRow now) {
        return now.outcome() != RowOutcome.SAME && !now.changes().equals(shown.changes());
    }
}
