package org.maintenancefund.bank.statement;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.fundaccount.FundAccountView;
import org.maintenancefund.fundaccount.FundAccounts;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a statement that waits: kept once by whoever confirms it, its new lines and an entry of the books for each, in one
 * transaction; or given up.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class StatementImports {

    private final StatementImportRegister imports;
    private final FundAccounts accounts;
    private final KeptLines kept;
    private final ImportedLines lines;
    private final List<KeptStatementListener> listeners;
    private final Ledger ledger;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /**
     * 确认导入: keeps the lines, and books each of them: 专户 / 待清分, what went out reversed.
     *
     * @throws Refusal where it was decided already, or others have kept lines of the account since it was read
     */
    public void confirm(UUID id, CurrentUser user) {
        FundAccountView account = account(imports.get(id).account());
        locks.lock(Purpose.BANK_LINES, account.id().toString());
        Pending pending = lock(id);
        StatementChecks.Account state = kept.account(account);
        if ((state.last() == null ? 0 : state.last().sequence()) != pending.after()) {
            throw Refusal.because("bank.import.overtaken");
        }
        jdbc.sql(
                        "INSERT INTO bank_line (id, account_id, sequence, import_id, file_row, day, \"time\", serial, amount, before, balance,"
                                + " counterparty, counterparty_account, text, twin, slip_numbers, kind, state)"
                                + " SELECT l.id, i.account_id, l.sequence, i.id, l.file_row, l.day, l.\"time\", l.serial, l.amount, l.before,"
                                + " l.balance, l.counterparty, l.counterparty_account, l.text, l.twin, l.slip_numbers, 'PENDING', 'OPEN'"
                                + " FROM bank_import i, jsonb_to_recordset(i.lines) AS l (" + ImportedLines.COLUMNS
                                + ") WHERE i.id = :id")
                .param("id", id)
                .update();
        decide(id, "CONFIRMED", user);
        listeners.forEach(listener -> listener.kept(account.id(), user));
        // Last: whoever else books waits for its running numbers.
        ledger.post(entries(lines.read(pending.lines()), account, pending.after(), user));
        record("STATEMENT_CONFIRMED", id, pending);
    }

    private static List<NewEntry> entries(
            List<StatementLine> fresh, FundAccountView account, long after, CurrentUser user) {
        List<NewEntry> entries = new ArrayList<>();
        for (StatementLine line : fresh) {
            Money amount = line.amount();
            entries.add(new NewEntry(
                    account.id(),
                    EntryKind.BANK_LINE,
                    line.day(),
                    account.number() + "-" + (after + 1 + entries.size()),
                    List.of(
                            new Posting(LedgerAccount.BANK, null, amount),
                            new Posting(LedgerAccount.UNALLOCATED, null, amount.negated())),
                    EntryPerson.of(user),
                    null));
        }
        return entries;
    }

    /** 放弃: nothing of it is kept. */
    public void discard(UUID id, CurrentUser user) {
        Pending pending = lock(id);
        decide(id, "DISCARDED", user);
        record("STATEMENT_DISCARDED", id, pending);
    }

    private record Pending(String filename, String lines, long after) {}

    private Pending lock(UUID id) {
        return jdbc.sql(
                        "SELECT filename, lines, after_sequence FROM bank_import WHERE id = :id AND state = 'READ' FOR UPDATE")
                .param("id", id)
                .query((row, i) -> new Pending(row.getString(1), row.getString(2), row.getLong(3)))
                .optional()
                .orElseThrow(() -> {
                    StatementImportView decided = imports.get(id);
                    return Refusal.because(
                            "bank.import.decided", decided.state().label(), decided.decider());
                });
    }

    private void decide(UUID id, String state, CurrentUser user) {
        jdbc.sql(
                        "UPDATE bank_import SET state = :state, lines = NULL, decided_at = :at, decided_by = :by, decided_by_name = :byName"
                                + " WHERE id = :id")
                .param("state", state)
                .param("at", Timestamp.from(clock.instant()))
                .param("by", user.operatorId().value())
                .param("byName", user.personName())
                .param("id", id)
                .update();
    }

    private void record(String action, UUID id, Pending pending) {
        trail.record(AuditEvent.of(action).on("statement", id, pending.filename()));
    }

    private FundAccountView account(FundAccountId id) {
        return accounts.find(id).orElseThrow(() -> new NotFound("fund account " + id));
    }
}
