package org.maintenancefund.bank.statement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.bank.statement.StatementChecks.Checked;
import org.maintenancefund.bank.statement.StatementUploads.NewStatement;
import org.maintenancefund.bank.statement.StatementUploads.Uploaded;
import org.maintenancefund.fundaccount.FundAccountView;
import org.maintenancefund.fundaccount.FundAccounts;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.Times;
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
 * 流水导入: a statement is taken when all of it holds, shown, and kept once by whoever confirms it: its new lines, and an entry of the
 * books for each, in one transaction.
 */
@Service
@Transactional
@RequiredArgsConstructor
public class StatementImports {

    private static final int LATEST = 20;
    private static final Duration WAITS = Duration.ofDays(30);
    private static final int LONGEST_UNUSED = 500;

    private final FundAccounts accounts;
    private final KeptLines kept;
    private final ImportedLines lines;
    private final List<KeptStatementListener> listeners;
    private final Ledger ledger;
    private final AdvisoryLocks locks;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** @throws Refusal where the same file was kept before, with when and by whom */
    @Transactional(readOnly = true)
    public void requireUnknown(FundAccountId account, String sha256) {
        jdbc.sql(StatementImportView.SELECT
                        + " WHERE i.account_id = :account AND i.sha256 = :sha256 AND i.state = 'CONFIRMED'")
                .param("account", account.value())
                .param("sha256", sha256)
                .query(StatementImportView::read)
                .optional()
                .ifPresent(before -> {
                    throw Refusal.because(
                            "bank.import.known-file",
                            before.decider(),
                            Times.minute(Objects.requireNonNull(before.decidedAt())),
                            before.filename());
                });
    }

    /** Takes a statement to be confirmed, or says why not. */
    Uploaded take(NewStatement told, String sha256, String filename, Statement statement, CurrentUser user) {
        FundAccountView account = account(told.account());
        StatementChecks.Account state = kept.account(account);
        LocalDate first = statement.lines().stream()
                .map(StatementLine::day)
                .min(LocalDate::compareTo)
                .orElse(account.openingDay());
        Checked checked = StatementChecks.check(statement, told.typed(), state, kept.from(account.id(), first));
        if (!checked.faults().isEmpty()) {
            return Uploaded.refused(checked.faults());
        }
        if (checked.fresh().isEmpty()) {
            return Uploaded.refused(List.of(Reason.of("bank.import.nothing-new", checked.known())));
        }
        forget();
        UUID id = Ids.next();
        insert(id, told, sha256, filename, statement, checked, state, user);
        trail.record(AuditEvent.of("STATEMENT_UPLOADED").on("statement", id, filename));
        return new Uploaded(id, List.of());
    }

    /** What nobody confirmed for long is gone: there are names in it. */
    private void forget() {
        jdbc.sql("DELETE FROM bank_import WHERE state = 'READ' AND uploaded_at < :before")
                .param("before", Timestamp.from(clock.instant().minus(WAITS)))
                .update();
    }

    private void insert(
            UUID id,
            NewStatement told,
            String sha256,
            String filename,
            Statement statement,
            Checked checked,
            StatementChecks.Account state,
            CurrentUser user) {
        List<StatementLine> fresh = checked.fresh();
        long after = state.last() == null ? 0 : state.last().sequence();
        Money income = Money.sum(fresh.stream().map(StatementLine::amount).filter(Money::isPositive));
        Money expense = Money.sum(fresh.stream().map(StatementLine::amount).filter(Money::isNegative))
                .negated();
        jdbc.sql(
                        "INSERT INTO bank_import (id, account_id, template_id, filename, sha256, state, lines, line_count, known_count,"
                                + " after_sequence, income, expense, first_day, last_day, opening, closing, unused_rows, uploaded_at,"
                                + " uploaded_by, uploaded_by_name) VALUES (:id, :account, :template, :filename, :sha256, 'READ',"
                                + " CAST(:lines AS jsonb), :count, :known, :after, :income, :expense, :first, :last, :opening, :closing,"
                                + " :unused, :at, :by, :byName)")
                .param("id", id)
                .param("account", told.account().value())
                .param("template", statement.template().id())
                .param("filename", filename)
                .param("sha256", sha256)
                .param("lines", lines.write(fresh, after))
                .param("count", checked.lines().size())
                .param("known", checked.known())
                .param("after", after)
                .param("income", income.fen())
                .param("expense", expense.fen())
                .param("first", fresh.get(0).day())
                .param("last", fresh.get(fresh.size() - 1).day())
                .param("opening", fresh.get(0).before().fen())
                .param("closing", fresh.get(fresh.size() - 1).balance().fen())
                .param("unused", unused(statement.unused()))
                .param("at", Timestamp.from(clock.instant()))
                .param("by", user.operatorId().value())
                .param("byName", user.personName())
                .update();
    }

    private static String unused(List<Integer> rows) {
        String told = rows.stream().map(String::valueOf).collect(Collectors.joining("、"));
        return told.length() > LONGEST_UNUSED ? told.substring(0, LONGEST_UNUSED - 1) + "…" : told;
    }

    private FundAccountView account(FundAccountId id) {
        return accounts.find(id).orElseThrow(() -> new NotFound("fund account " + id));
    }

    /**
     * 确认导入: keeps the lines, and books each of them: 专户 / 待清分, what went out reversed.
     *
     * @throws Refusal where it was decided already, or others have kept lines of the account since it was read
     */
    public void confirm(UUID id, CurrentUser user) {
        FundAccountView account = account(get(id).account());
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
                    StatementImportView decided = get(id);
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

    /** Throws {@link NotFound} where there is none. */
    @Transactional(readOnly = true)
    public StatementImportView get(UUID id) {
        return jdbc.sql(StatementImportView.SELECT + " WHERE i.id = :id")
                .param("id", id)
                .query(StatementImportView::read)
                .optional()
                .orElseThrow(() -> new NotFound("bank import " + id));
    }

    /** The first lines of one that waits. */
    @Transactional(readOnly = true)
    public List<StatementLine> preview(UUID id) {
        return jdbc.sql("SELECT lines FROM bank_import WHERE id = :id AND state = 'READ'")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(lines::read)
                .orElse(List.of());
    }

    /** The latest, that wait first. */
    @Transactional(readOnly = true)
    public List<StatementImportView> latest() {
        return jdbc.sql(StatementImportView.SELECT + " WHERE i.state <> 'DISCARDED' ORDER BY i.uploaded_at DESC LIMIT "
                        + LATEST)
                .query(StatementImportView::read)
                .list();
    }
}
