package org.maintenancefund.area.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaEvent;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.area.importing.ImportMatcher.Line;
import org.maintenancefund.area.importing.ImportMatcher.Match;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second half of an import: some rows at a time are entered or changed and ticked off in one transaction, so that a
 * worker that dies leaves whole rows behind and the next one goes on with the first that is not ticked off. Each row is
 * compared once more: what others did since it was read counts.
 */
@Component
class ImportApplying {

    private static final int BATCH = 200;

    private final ImportProgress progress;
    private final ImportMatcher matcher;
    private final AreaRegister register;
    private final TransactionTemplate transactions;

    ImportApplying(
            ImportProgress progress, ImportMatcher matcher, AreaRegister register, TransactionTemplate transactions) {
        this.progress = progress;
        this.matcher = matcher;
        this.register = register;
        this.transactions = transactions;
    }

    void apply(ImportView run, UUID worker) {
        ImportHeader header = ImportHeader.of(run.headers());
        // What the register writes into the audit trail was done by who uploaded the file.
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(run.by(), null, List.of()));
        try {
            while (Boolean.TRUE.equals(transactions.execute(status -> applySome(run, worker, header)))) {
                Thread.onSpinWait();
            }
            progress.finishApplying(run.id(), worker);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private boolean applySome(ImportView run, UUID worker, ImportHeader header) {
        progress.stay(run.id(), worker, ImportState.APPLYING);
        List<Line> lines = progress.nextToApply(run.id(), BATCH);
        if (lines.isEmpty()) {
            return false;
        }
        List<Integer> applied = new ArrayList<>();
        for (Match match : matcher.match(header, lines, new HashSet<>())) {
            if (match.outcome() == ImportMatcher.Outcome.FAULTY) {
                progress.markFaulty(run.id(), match);
            } else {
                apply(match, run);
                applied.add(match.line().number());
            }
        }
        if (!applied.isEmpty()) {
            progress.markApplied(run.id(), applied);
        }
        return true;
    }

    private void apply(Match match, ImportView run) {
        NewArea area = match.area();
        CurrentUser by = run.by();
        if (area == null) {
            return;
        }
        String from = "导入文件“" + run.filename() + "”第 " + match.line().number() + " 行";
        if (match.record() == null) {
            register.enter(area, from, by);
        } else {
            register.change(match.record(), area, AreaEvent.IMPORTED, from, by);
        }
    }
}
