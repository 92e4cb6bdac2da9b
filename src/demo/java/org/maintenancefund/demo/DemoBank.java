package org.maintenancefund.demo;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.bank.matching.AssignmentService;
import org.maintenancefund.bank.matching.Assignments;
import org.maintenancefund.bank.matching.NewAssignment;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineState;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.bank.statement.BankLines;
import org.maintenancefund.bank.statement.StatementImports;
import org.maintenancefund.bank.statement.StatementUploads;
import org.maintenancefund.bank.statement.StatementUploads.NewStatement;
import org.maintenancefund.bank.statement.StatementUploads.Uploaded;
import org.maintenancefund.collection.remittance.ExpectedSlip;
import org.maintenancefund.collection.remittance.SlipArrivals;
import org.maintenancefund.fundaccount.FundAccountView;
import org.maintenancefund.fundaccount.FundAccounts;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.web.ListFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The demo's account at its bank: statements that go on where the last one ended, imported as files that are uploaded. */
@Component
class DemoBank {

    private static final int MOST = 20;

    private final FundAccounts accounts;
    private final StatementUploads uploads;
    private final StatementImports imports;
    private final BankLines lines;
    private final AssignmentService assignments;
    private final Assignments assigned;
    private final SlipArrivals arrivals;
    private final DemoPeople people;
    private final DemoDays days;
    private final TravellingClock clock;
    private final EntityManager entities;
    private final JdbcClient jdbc;

    DemoBank(
            FundAccounts accounts,
            StatementUploads uploads,
            StatementImports imports,
            BankLines lines,
            AssignmentService assignments,
            Assignments assigned,
            SlipArrivals arrivals,
            DemoPeople people,
            DemoDays days,
            TravellingClock clock,
            EntityManager entities,
            JdbcClient jdbc) {
        this.accounts = accounts;
        this.uploads = uploads;
        this.imports = imports;
        this.lines = lines;
        this.assignments = assignments;
        this.assigned = assigned;
        this.arrivals = arrivals;
        this.people = people;
        this.days = days;
        this.clock = clock;
        this.entities = entities;
        this.jdbc = jdbc;
    }

    FundAccountView account() {
        return accounts.byNumber(DemoFundAccounts.NUMBER).orElseThrow();
    }

    /** A statement that begins with what the account ended with. */
    DemoStatement next() {
        FundAccountView account = account();
        Money closing = jdbc.sql(
                        "SELECT l.balance FROM bank_line_told l WHERE l.account_id = ? ORDER BY l.sequence DESC LIMIT 1")
                .param(account.id().value())
                .query(Long.class)
                .optional()
                .map(Money::new)
                .orElse(account.openingBalance());
        return new DemoStatement(account.number(), account.name(), closing);
    }

    /** Uploaded and confirmed by {@code demo-municipal}; what names its slip and comes to its amount is matched by that. */
    void imported(DemoStatement statement, LocalDate on) {
        entities.flush();
        entities.clear();
        clock.at(days.on(on, 9, 15), () -> {
            NewStatement told = new NewStatement(account().id(), null, "", "账户明细" + on + ".csv", statement.content());
            Uploaded uploaded = uploads.upload(told, people.named("demo-municipal"));
            if (uploaded.id() == null) {
                throw new IllegalStateException("a statement of the demo is not right: " + uploaded.faults());
            }
            imports.confirm(uploaded.id(), people.named("demo-municipal"));
        });
    }

    /** 利息, said by one person of the municipal centre and confirmed by another. */
    void interest(String note, LocalDate on) {
        BankLineView line = open().stream()
                .filter(each -> each.counterparty().isEmpty())
                .findFirst()
                .orElseThrow();
        NewAssignment told = new NewAssignment(BankLineKind.INTEREST, List.of(), null, null, note);
        clock.at(days.on(on, 10, 5), () -> assignments.propose(line.id(), told, people.named("demo-municipal")));
        clock.at(
                days.on(on, 11, 20),
                () -> assignments.confirm(
                        assigned.live(line.id()).orElseThrow().id(), people.named("demo-municipal-colleague")));
    }

    private List<BankLineView> open() {
        return lines.of(new BankLines.Filter(
                        Optional.of(account().id()),
                        new ListFilter.Period(Optional.empty(), Optional.empty()),
                        Optional.of(BankLineState.OPEN),
                        Optional.empty(),
                        ""))
                .slice(Cursor.start(), MOST)
                .items();
    }

    /** The slip that was submitted last of those that the account waits for. */
    ExpectedSlip onItsWay() {
        List<ExpectedSlip> expected = arrivals.expected(account().id());
        return expected.get(expected.size() - 1);
    }
}
