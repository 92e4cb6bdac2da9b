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
import org.maintenancefund.area.importing.ImportMatcher.Match;
import org.maintenancefund.kernel.Messages;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second half of an import: some rows at a time are entered or changed and ticked off in one transaction, so that a
 * worker that dies leaves whole rows behind and the next one goes on with the first that is not ticked off. Each row is
 * compared once more: only what was shown in the preview is done, what others did meanwhile makes a fault of it.
 */
@Component
@RequiredArgsConstructor
class ImportApplying {

    private static final int BATCH = 200;

    private final ImportProgress progress;
    private final ImportRows rows;
    private final ImportMatcher matcher;
    private final AreaRegister register;
    private final ImportFailures failures;
    private final TransactionTemplate transactions;

    void apply(ImportView run, UUID worker) {
        ImportHeader header = ImportHeader.of(run.headers());
        // What the register writes into the audit trail was done by who uploaded the file.
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(run.by(), null, List.of()));
        try {
            List<ImportRow> some = rows.nextToApply(run, 0, BATCH);
            while (!some.isEmpty()) {
                apply(run, worker, header, some);
                some = rows.nextToApply(run, some.get(some.size() - 1).line().number(), BATCH);
            }
            progress.finishApplying(run, worker);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** All of them, or one by one where one can't be stored: that one is left out, with the reason. */
    private void apply(ImportView run, UUID worker, ImportHeader header, List<ImportRow> some) {
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
            String why = failures.ofRow(row.line().number(), failed);
            transactions.executeWithoutResult(status -> {
                progress.stay(run.id(), worker, ImportState.APPLYING);
                progress.markFaulty(run.id(), row, why);
            });
        }
    }

    private void applyNow(ImportView run, UUID worker, ImportHeader header, List<ImportRow> some) {
        progress.stay(run.id(), worker, ImportState.APPLYING);
        register.lock(
                some.stream().map(ImportRow::record).filter(Objects::nonNull).toList());
        List<Match> matches =
                matcher.match(header, some.stream().map(ImportRow::line).toList(), new HashSet<>());
        Map<Integer, AreaId> applied = new LinkedHashMap<>();
        for (int i = 0; i < some.size(); i++) {
            ImportRow row = some.get(i);
            Match match = matches.get(i);
            AreaId record = match.record();
            if (match.outcome() == RowOutcome.FAULTY) {
                progress.markFaulty(run.id(), row, match.faults());
            } else if (match.outcome() == RowOutcome.SAME && record != null) {
                applied.put(row.line().number(), record);
            } else if (row.stillMeans(match) && match.area() != null) {
                applied.put(row.line().number(), apply(match.area(), row, run));
            } else {
                progress.markFaulty(run.id(), row, Messages.of("area.import.moved-on"));
            }
        }
        if (!applied.isEmpty()) {
            progress.markApplied(run.id(), applied);
        }
    }

    private AreaId apply(NewArea area, ImportRow row, ImportView run) {
        String from = Messages.of("area.import.row", run.filename(), row.line().number());
        if (row.record() == null) {
            return register.enter(area, from, run.by());
        }
        register.change(row.record(), area, AreaEvent.IMPORTED, from, run.by());
        return row.record();
    }
}
