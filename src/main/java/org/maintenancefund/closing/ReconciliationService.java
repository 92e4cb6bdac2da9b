package org.maintenancefund.closing;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 余额调节表: made by somebody who booked nothing in the month, signed by another; while its month is being closed. */
@Service
@Transactional
@RequiredArgsConstructor
public class ReconciliationService {

    /** The version of a paper that nobody has made yet. */
    public static final int NONE = -1;

    private final Closings closings;
    private final Reconciliations reconciliations;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Of all accounts of an attempt to close a month; empty before the books were asked. */
    @Transactional(readOnly = true)
    public List<ReconciliationView> of(ClosingView closing) {
        return reconciliations.of(closing);
    }

    /** Of one account, at the last attempt to close the month. */
    @Transactional(readOnly = true)
    public ReconciliationView get(YearMonth month, FundAccountId account) {
        return closings.of(month).stream()
                .findFirst()
                .flatMap(closing -> reconciliations.find(closing, account))
                .orElseThrow(() -> new NotFound("reconciliation of " + account + " in " + month));
    }

    /** Why the person makes no paper of the month; empty where they may. */
    @Transactional(readOnly = true)
    public Optional<Reason> obstacle(ReconciliationView of, CurrentUser by) {
        if (of.closing().state() != ClosingState.READY) {
            return Optional.of(Reason.of("closing.reconciliation.refusal.not-ready"));
        }
        if (of.isSigned()) {
            return Optional.of(Reason.of("closing.reconciliation.refusal.signed"));
        }
        return reconciliations.booked(of.month(), by.operatorId().value())
                ? Optional.of(Reason.of("closing.reconciliation.refusal.booked", of.month()))
                : Optional.empty();
    }

    /**
     * 编制, or once more as long as nobody has signed it.
     *
     * @param seen  the version that the person saw; {@link #NONE} where there was none
     * @param typed what the bank's paper says; null where its lines say it
     * @throws StaleVersion where somebody made or signed it since
     */
    public void make(
            YearMonth month, FundAccountId account, int seen, @Nullable Money typed, String note, CurrentUser by) {
        ClosingService.requireMunicipal(by);
        ReconciliationView found = locked(month, account, seen);
        obstacle(found, by).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        Money balance = found.told() == null ? typed : found.told();
        if (balance == null) {
            throw Refusal.because("closing.reconciliation.refusal.no-balance");
        }
        if (!found.unexplained().isZero() && note.isEmpty()) {
            throw Refusal.because("closing.reconciliation.refusal.unexplained", found.unexplained());
        }
        jdbc.sql(
                        "INSERT INTO reconciliation (closing_id, account_id, bank_balance, adjusted_bank, adjusted_books, note, made_at,"
                                + " made_by, made_by_name, version) VALUES (:closing, :account, :balance, :bank, :books, :note, :now, :by,"
                                + " :name, 0) ON CONFLICT ON CONSTRAINT pk_reconciliation DO UPDATE SET"
                                + " bank_balance = excluded.bank_balance, adjusted_bank = excluded.adjusted_bank,"
                                + " adjusted_books = excluded.adjusted_books, note = excluded.note, made_at = excluded.made_at,"
                                + " made_by = excluded.made_by, made_by_name = excluded.made_by_name,"
                                + " version = reconciliation.version + 1")
                .param("closing", found.closing().id().value())
                .param("account", account.value())
                .param("balance", balance.fen())
                .param("bank", found.adjustedBank(balance).fen())
                .param("books", found.adjustedBooks().fen())
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("name", by.personName())
                .update();
        trail.record(event("RECONCILIATION_MADE", found).change("bankBalance", null, balance));
    }

    /**
     * 签认, by another person than who made it.
     *
     * @throws Refusal where the two sides differ, or the same person made it
     */
    public void sign(YearMonth month, FundAccountId account, int seen, CurrentUser by) {
        ClosingService.requireMunicipal(by);
        ReconciliationView found = locked(month, account, seen);
        signable(found, by).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        jdbc.sql(
                        "UPDATE reconciliation SET signed_at = :now, signed_by = :by, signed_by_name = :name, version = version + 1"
                                + " WHERE closing_id = :closing AND account_id = :account")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.operatorId().value())
                .param("name", by.personName())
                .param("closing", found.closing().id().value())
                .param("account", account.value())
                .update();
        trail.record(event("RECONCILIATION_SIGNED", found));
    }

    /** Why the person can't sign it; empty where they can. */
    @Transactional(readOnly = true)
    public Optional<Reason> signable(ReconciliationView of, CurrentUser by) {
        ReconciliationView.Paper paper = of.paper();
        if (of.closing().state() != ClosingState.READY) {
            return Optional.of(Reason.of("closing.reconciliation.refusal.not-ready"));
        }
        if (paper == null) {
            return Optional.of(Reason.of("closing.reconciliation.refusal.not-made"));
        }
        if (paper.isSigned()) {
            return Optional.of(Reason.of("closing.reconciliation.refusal.signed"));
        }
        if (!paper.agrees()) {
            return Optional.of(Reason.of(
                    "closing.reconciliation.refusal.differs",
                    paper.adjustedBank().minus(paper.adjustedBooks())));
        }
        return paper.isMadeBy(by) ? Optional.of(Reason.of("closing.reconciliation.refusal.own")) : Optional.empty();
    }

    /** The closing stays what it is meanwhile: whoever gives it up or confirms it waits. */
    private ReconciliationView locked(YearMonth month, FundAccountId account, int seen) {
        ClosingView closing = closings.lock(month).orElseThrow(() -> new NotFound("closing of " + month));
        ReconciliationView found = reconciliations
                .find(closing, account)
                .orElseThrow(() -> new NotFound("reconciliation of " + account + " in " + month));
        ReconciliationView.Paper paper = found.paper();
        if ((paper == null ? NONE : paper.version()) != seen) {
            throw new StaleVersion(account);
        }
        return found;
    }

    private static AuditEvent event(String action, ReconciliationView of) {
        return AuditEvent.of(action)
                .on(
                        "reconciliation",
                        of.month(),
                        of.month() + " " + of.account().named());
    }
}
