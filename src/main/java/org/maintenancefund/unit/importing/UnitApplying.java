package org.maintenancefund.unit.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
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
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second half of an import: in one transaction the rows are compared once more and registered, so that a worker that dies
 * leaves nothing behind and the next one begins anew. While it lasts nobody else registers in the area. What others registered
 * since the preview with the same content is there already; where it has other content, nothing is registered and whoever
 * confirmed looks again.
 */
@Component
@RequiredArgsConstructor
class UnitApplying {

    private static final int BATCH = 500;

    private final ApplyingSteps steps;
    private final ImportRows rows;
    private final UnitMatchers matchers;
    private final UnitService units;
    private final TransactionTemplate transactions;

    void apply(ImportView run, UUID worker) {
        // Seen by whoever looks at the page while the rows are on their way.
        steps.stay(run, worker);
        try {
            transactions.executeWithoutResult(status -> applyAll(run, worker));
        } catch (NotFound gone) {
            steps.refuse(run, worker, Messages.of(UnitImportDefinition.NOT_YOURS));
        } catch (Refusal refusal) {
            steps.refuse(run, worker, Messages.of(refusal.reason()));
        }
    }

    private void applyAll(ImportView run, UUID worker) {
        steps.stay(run, worker);
        AreaView area = units.lock(AreaImports.area(run), run.by());
        UnitMatcher matcher = matchers.of(area.id(), run, ImportHeader.of(UnitColumn.class, run.headers()));
        List<ImportRow> moved = compare(run, worker, matcher);
        if (moved.stream().anyMatch(row -> row.outcome() == RowOutcome.FAULTY)) {
            steps.askAgain(run, worker, moved);
            return;
        }
        List<NewUnit> told = List.copyOf(matcher.told().values());
        units.registerAll(area.id(), told, run.by()).faults().stream()
                .findFirst()
                .ifPresent(fault -> {
                    throw new Refusal(fault.reason());
                });
        steps.finishAtOnce(run, worker, told.size());
    }

    /** Compares all rows; returns those that make no new unit any more. */
    private List<ImportRow> compare(ImportView run, UUID worker, UnitMatcher matcher) {
        List<ImportRow> moved = new ArrayList<>();
        List<ImportRow> some = rows.nextToApply(run, 0, BATCH);
        while (!some.isEmpty()) {
            // Notices when the process ends.
            steps.stay(run, worker);
            List<ImportLine<UnitColumn>> lines =
                    some.stream().map(ImportLine<UnitColumn>::new).toList();
            matcher.match(lines).stream()
                    .filter(row -> row.outcome() != RowOutcome.NEW)
                    .forEach(moved::add);
            some = rows.nextToApply(run, some.get(some.size() - 1).number(), BATCH);
        }
        return moved;
    }
}
