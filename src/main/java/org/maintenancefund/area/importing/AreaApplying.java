package org.maintenancefund.area.importing;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaEvent;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.area.importing.AreaMatcher.Match;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.importing.ApplyingSteps;
import org.maintenancefund.importing.ImportFailures;
import org.maintenancefund.importing.ImportHeader;
import org.maintenancefund.importing.ImportLine;
import org.maintenancefund.importing.ImportRow;
import org.maintenancefund.importing.ImportRows;
import org.maintenancefund.importing.ImportView;
import org.maintenancefund.importing.RowOutcome;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.sheet.CellFault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second half of an import: some rows at a time are entered or changed and ticked off in one transaction, so that a
 * worker that dies leaves whole rows behind and the next one goes on with the first that is not ticked off. Each row is
 * compared once more: only what was shown in the preview is done, what others did meanwhile makes a fault of it.
 */
@Component
@RequiredArgsConstructor
class AreaApplying {

    private static final int BATCH = 200;

    private final ApplyingSteps steps;
    private final ImportRows rows;
    private final AreaMatcher matcher;
    private final AreaRegister register;
    private final ImportFailures failures;
    private final AuditTrail trail;
    private final TransactionTemplate transactions;

    void apply(ImportView run, UUID worker) {
        ImportHeader<AreaColumn> header = ImportHeader.of(AreaColumn.class, run.headers());
        List<ImportRow> some = rows.nextToApply(run, 0, BATCH);
        while (!some.isEmpty()) {
            apply(run, worker, header, some);
            some = rows.nextToApply(run, some.get(some.size() - 1).number(), BATCH);
        }
        transactions.executeWithoutResult(status -> finish(run, worker));
    }

    private void finish(ImportView run, UUID worker) {
        int applied = steps.finish(run, worker);
        trail.record(AuditEvent.of("AREA_IMPORTED")
                .on("import", run.id(), run.filename())
                .change("rows", null, applied));
    }

    /** All of them, or one by one where one can't be stored: that one is left out, with the reason. */
    private void apply(ImportView run, UUID worker, ImportHeader<AreaColumn> header, List<ImportRow> some) {
        try {
            transactions.executeWithoutResult(status -> applyNow(run, worker, header, some));
        } catch (RuntimeException failed) {
            if (!ImportFailures.isOfTheRow(failed)) {
                throw failed;
            }
            if (some.size() > 1) {
                some.forEach(row -> apply(run, worker, header, List.of(row)));
                return;
            }
            ImportRow row = some.get(0);
            String why = failures.ofRow(row.number(), failed);
            transactions.executeWithoutResult(status -> {
                steps.stay(run, worker);
                markFaulty(run, row, why);
            });
        }
    }

    private void applyNow(ImportView run, UUID worker, ImportHeader<AreaColumn> header, List<ImportRow> some) {
        steps.stay(run, worker);
        register.lock(some.stream()
                .map(ImportRow::record)
                .filter(Objects::nonNull)
                .map(AreaId::new)
                .toList());
        List<ImportLine<AreaColumn>> lines =
                some.stream().map(ImportLine<AreaColumn>::new).toList();
        List<Match> matches = matcher.match(header, lines, new HashSet<>());
        Map<Integer, UUID> applied = new LinkedHashMap<>();
        for (int i = 0; i < some.size(); i++) {
            ImportRow row = some.get(i);
            Match match = matches.get(i);
            AreaId record = match.record();
            if (match.outcome() == RowOutcome.FAULTY) {
                steps.markFaulty(run, row, match.faults());
            } else if (match.outcome() == RowOutcome.SAME && record != null) {
                applied.put(row.number(), record.value());
            } else if (row.stillMeans(match.row()) && match.area() != null) {
                applied.put(row.number(), apply(match.area(), row, run).value());
            } else {
                markFaulty(run, row, Messages.of("area.import.moved-on"));
            }
        }
        if (!applied.isEmpty()) {
            steps.markApplied(run, applied);
        }
    }

    private void markFaulty(ImportView run, ImportRow row, String why) {
        steps.markFaulty(run, row, List.of(CellFault.ofRow(row.number(), why)));
    }

    private AreaId apply(NewArea area, ImportRow row, ImportView run) {
        String from = Messages.of("area.import.row", run.filename(), row.number());
        if (row.record() == null) {
            return register.enter(area, from, run.by());
        }
        AreaId record = new AreaId(row.record());
        register.change(record, area, AreaEvent.IMPORTED, from, run.by());
        return record;
    }
}
