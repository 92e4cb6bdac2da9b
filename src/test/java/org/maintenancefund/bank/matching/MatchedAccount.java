package org.maintenancefund.bank.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.ABankFile;
import org.maintenancefund.bank.ASlip;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.bank.statement.BankLineView;
import org.maintenancefund.bank.statement.BankLines;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An account that the money of an area lies in, with 100.00 from before; what a test does leaves all invariants as they are. Nothing is
 * rolled back, since locks are taken in one order in each transaction: each test has an account and an area of its own.
 */
@IntegrationTest
abstract class MatchedAccount {

    private static int made;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    AFundAccount accounts;

    @Autowired
    BankLines lines;

    @Autowired
    Assignments assignments;

    @Autowired
    AssignmentService service;

    @Autowired
    MatchingService matching;

    @Autowired
    MatchHints hints;

    @Autowired
    InvariantService invariants;

    @Autowired
    CityDecisions decisions;

    @Autowired
    JdbcClient jdbc;

    String number;
    String payer;
    FundAccountId account;
    CollectedArea area;
    UnitId flat;
    ASlip slips;
    ABankFile file;
    CurrentUser clerk;
    CurrentUser colleague;
    LocalDate today;

    @BeforeEach
    void anAreaWithItsAccount() {
        number = "6227000077" + String.format("%04d", ++made);
        payer = "3205016151360077" + String.format("%04d", made);
        account = accounts.confirmed(number, "100.00");
        area = CollectedArea.named("对账苑" + made, world, context);
        accounts.keeps(account, area.id());
        flat = area.flat("101");
        slips = new ASlip(area, flat, context);
        file = ABankFile.of(number, "100.00");
        clerk = accounts.clerk();
        colleague = accounts.colleague();
        today = area.today();
    }

    @AfterEach
    void allInvariants() {
        assertThat(invariants.violations()).isEmpty();
        decisions.forget();
    }

    /** The company pays. */
    ABankFile paid(String amount, String text) {
        return file.in(today, amount, "安居物业公司", payer, text);
    }

    /** The whole file so far, as it is imported again each time. */
    void kept() {
        file.keep(account, clerk, context);
    }

    /** The line at that place of the account, from 1. */
    BankLineView line(int sequence) {
        UUID id = jdbc.sql("SELECT id FROM bank_line WHERE account_id = :account AND sequence = :sequence")
                .param("account", account.value())
                .param("sequence", sequence)
                .query(UUID.class)
                .single();
        return lines.get(id);
    }

    /** {@code REMITTANCE SETTLED}. */
    String state(int sequence) {
        return line(sequence).kind() + " " + line(sequence).state();
    }

    Assignment live(int sequence) {
        return assignments.live(line(sequence).id()).orElseThrow();
    }

    List<String> hints(int sequence) {
        return hints.of(line(sequence)).reasons().stream().map(Messages::of).toList();
    }

    /** One proposes, the other confirms. */
    void decided(int sequence, NewAssignment told) {
        service.propose(line(sequence).id(), told, clerk);
        service.confirm(live(sequence).id(), colleague);
    }

    static NewAssignment slips(String... numbers) {
        return new NewAssignment(BankLineKind.REMITTANCE, List.of(numbers), null, null, "");
    }

    static NewAssignment kind(BankLineKind kind) {
        return new NewAssignment(kind, List.of(), null, null, "");
    }

    /** The balance of a part of the books of the account, debits above nothing. */
    long ledger(String part) {
        return jdbc.sql(
                        "SELECT coalesce(sum(p.amount), 0) FROM ledger_posting p JOIN ledger_entry e ON e.id = p.entry_id"
                                + " WHERE e.account_id = :account AND p.part = :part")
                .param("account", account.value())
                .param("part", part)
                .query(Long.class)
                .single();
    }
}
