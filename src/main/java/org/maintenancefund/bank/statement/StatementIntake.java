package org.maintenancefund.bank.statement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
import org.maintenancefund.kernel.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes a statement that was read when all of it holds, to be shown and to wait for whoever confirms it. */
@Service
@Transactional
@RequiredArgsConstructor
class StatementIntake {

    private static final Duration WAITS = Duration.ofDays(30);
    private static final int LONGEST_UNUSED = 500;

    private final FundAccounts accounts;
    private final KeptLines kept;
    private final ImportedLines lines;
    private final AuditTrail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** Takes a statement to be confirmed, or says why not. */
    Uploaded take(NewStatement told, String sha256, String filename, Statement statement, CurrentUser user) {
        FundAccountView account =
                accounts.find(told.account()).orElseThrow(() -> new NotFound("fund account " + told.account()));
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
}
