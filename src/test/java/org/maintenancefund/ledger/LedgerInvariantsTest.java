package org.maintenancefund.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Each invariant of the books and of accounts says so where it doesn't hold: broken behind the back of what guards it. */
@IntegrationTest
@Transactional
class LedgerInvariantsTest {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    AnOpening openings;

    @Autowired
    AFundAccount accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void booksWithAnEntryOfEachKindOfPart() {
        ManagedArea managed = ManagedArea.named("核账苑", world, register, transaction, "1 栋");
        UnitId flat = units.register(managed.id(), AUnit.at("1 栋", "101").told(), managed.ofOffice());
        FundAccountId account = accounts.confirmed(AFundAccount.nextNumber(), "500");
        accounts.keeps(account, managed.id());
        openings.begun(managed, "30");
        openings.entered(managed, flat, null, "30");
        openings.checked(managed, managed.ofCompany());
        openings.approved(managed, world.clerk());
        EntryPerson maker = new EntryPerson(new UUID(0, 1), "林致远");
        EntryPerson checker = new EntryPerson(new UUID(0, 2), "何复核");
        Money amount = Money.parse("22.40").value();
        EntryNumber booked = ledger.post(new NewEntry(
                account,
                EntryKind.SLIP_BOOKED,
                world.today(),
                "JC20261205-0001",
                List.of(Posting.debit(LedgerAccount.UNALLOCATED, amount), Posting.credit(flat, amount)),
                maker,
                checker));
        ledger.reverse(booked, "入错账", maker, checker, world.today());
        jdbc.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
        assertThat(invariants.violations()).isEmpty();
        for (String table :
                List.of("ledger_entry", "ledger_posting", "household_balance", "fund_account", "accounting_period")) {
            jdbc.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update();
        }
        for (String check : List.of(
                "ledger_entry DROP CONSTRAINT ck_ledger_entry_two_people",
                "ledger_entry DROP CONSTRAINT ck_ledger_entry_period",
                "ledger_entry DROP CONSTRAINT ck_ledger_entry_number",
                "fund_account DROP CONSTRAINT ck_fund_account_two_people")) {
            jdbc.sql("ALTER TABLE " + check).update();
        }
        jdbc.sql("DROP INDEX uq_ledger_entry_reverses").update();
    }

    private List<String> broken() {
        return invariants.violations().stream()
                .map(violation -> violation.invariant().name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ledger-entry-zero | UPDATE ledger_posting SET amount = amount + 1 WHERE part = 'BANK'",
                "ledger-entry-zero | UPDATE ledger_entry SET postings = 9 WHERE kind = 'ACCOUNT_OPENING'",
                "household-balance | UPDATE household_balance SET balance = balance + 1",
                "household-balance | DELETE FROM household_balance",
                "fund-account-equation | UPDATE household_balance SET balance = balance - 1",
                "ledger-reversal-exact | UPDATE ledger_posting p SET amount = 1 FROM ledger_entry e WHERE e.id = p.entry_id"
                        + " AND e.reverses IS NOT NULL AND p.place = 1",
                "ledger-reversed-once | UPDATE ledger_entry SET note = 'x', reverses = (SELECT reverses FROM ledger_entry"
                        + " WHERE reverses IS NOT NULL LIMIT 1) WHERE kind = 'AREA_OPENING'",
                "ledger-period-open | INSERT INTO accounting_period (month, state, since) SELECT max(period), 'CLOSED', '2000-01-01'"
                        + " FROM ledger_entry",
                "ledger-period-of-day | UPDATE ledger_entry SET period = period - interval '20 years'",
                "ledger-two-people | UPDATE ledger_entry SET checker = maker WHERE kind = 'SLIP_BOOKED'",
                "ledger-numbers-whole | UPDATE ledger_counter SET last = last + 1",
                "fund-account-two-people | UPDATE fund_account SET decided_by = proposed_by WHERE state = 'CONFIRMED'",
                "account-opening-booked | UPDATE fund_account SET opening_balance = opening_balance + 1",
                "area-opening-booked | UPDATE ledger_posting SET amount = amount - 1 WHERE unit_id IS NOT NULL",
                "area-opening-waits-for-account | DELETE FROM area_opening"
            })
    void whatBreaksItIsFound(String invariant, String how) {
        assertThat(jdbc.sql(how).update()).isPositive();

        assertThat(broken()).contains(invariant);
    }
}
