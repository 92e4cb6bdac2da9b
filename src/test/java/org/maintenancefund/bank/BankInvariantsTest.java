package org.maintenancefund.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Each invariant of the bank finds what breaks it; what the database refuses is let through for that. */
@IntegrationTest
@Transactional
class BankInvariantsTest {

    private static final String NUMBER = "62270000880055";
    private static final LocalDate DAY = LocalDate.of(2025, 11, 3);

    @Autowired
    ApplicationContext context;

    @Autowired
    AFundAccount accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    private FundAccountId account;

    @BeforeEach
    void threeLines() {
        account = accounts.confirmed(NUMBER, "100.00");
        ABankFile.of(NUMBER, "100.00")
                .in(DAY, "1.00", "", "", "结息")
                .in(DAY.plusDays(1), "2.00", "", "", "结息")
                .in(DAY.plusDays(2), "3.00", "", "", "结息")
                .keep(account, accounts.clerk(), context);
        assertThat(broken()).isEmpty();
    }

    private List<String> broken() {
        return invariants.violations().stream()
                .map(violation -> violation.invariant().name())
                .toList();
    }

    private void update(String sql) {
        jdbc.sql(sql).param("account", account.value()).update();
    }

    @Test
    void aLineThatWasChanged() {
        jdbc.sql("ALTER TABLE bank_line DISABLE TRIGGER tg_bank_line_unchanged").update();
        update(
                "UPDATE bank_line SET amount = amount + 1, balance = balance + 1 WHERE account_id = :account AND sequence = 2");

        assertThat(broken()).containsExactlyInAnyOrder("bank-lines-chain", "bank-import-lines", "bank-ledger-balance");
    }

    @Test
    void aLineThatIsGone() {
        jdbc.sql("ALTER TABLE bank_line DISABLE TRIGGER tg_bank_line_kept").update();
        update("DELETE FROM bank_line WHERE account_id = :account AND sequence = 3");

        assertThat(broken()).containsExactlyInAnyOrder("bank-import-lines", "bank-ledger-last");
    }

    @Test
    void anEntryOfTheBankThatTheBankDoesNotKnow() {
        ledger.post(new NewEntry(
                account,
                EntryKind.BANK_LINE,
                DAY.plusDays(1),
                "凭空",
                List.of(
                        Posting.debit(LedgerAccount.BANK, new Money(1)),
                        Posting.credit(LedgerAccount.UNALLOCATED, new Money(1))),
                EntryPerson.of(accounts.clerk()),
                null));

        assertThat(broken()).containsExactlyInAnyOrder("bank-ledger-balance", "bank-ledger-last");
    }

    @Test
    void aLineThatSaysItIsSettledAndNobodySaidSo() {
        update(
                "UPDATE bank_line SET kind = 'INTEREST', state = 'SETTLED' WHERE account_id = :account AND sequence = 1");

        assertThat(broken()).containsExactly("bank-assignment-live");
    }

    @Test
    void aMatchWhoseSlipsDoNotComeToTheLine() {
        update("INSERT INTO bank_assignment (id, line_id, kind, basis, state, note, proposed_at)"
                + " SELECT gen_random_uuid(), id, 'REMITTANCE', 'PAYER', 'PROPOSED', '', now() FROM bank_line"
                + " WHERE account_id = :account AND sequence = 1");
        update(
                "UPDATE bank_line SET kind = 'REMITTANCE', state = 'PROPOSED' WHERE account_id = :account AND sequence = 1");

        assertThat(broken()).containsExactly("bank-assignment-sum");
    }

    @Test
    void anAssignmentByOnePerson() {
        jdbc.sql("ALTER TABLE bank_assignment DROP CONSTRAINT ck_bank_assignment_two_people")
                .update();
        update(
                "INSERT INTO bank_assignment (id, line_id, kind, basis, state, note, proposed_at, proposed_by, proposed_by_name, decided_at,"
                        + " decided_by, decided_by_name) SELECT gen_random_uuid(), id, 'INTEREST', 'PERSON', 'CONFIRMED', '', now(), import_id, '某',"
                        + " now(), import_id, '某' FROM bank_line WHERE account_id = :account AND sequence = 1");
        update(
                "UPDATE bank_line SET kind = 'INTEREST', state = 'SETTLED' WHERE account_id = :account AND sequence = 1");

        assertThat(broken()).containsExactly("bank-assignment-two-people");
    }
}
