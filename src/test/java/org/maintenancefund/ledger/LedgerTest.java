package org.maintenancefund.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Statements;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.postgresql.util.PSQLException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Entries of the books: what they say, what they move, and how they are taken back. */
@IntegrationTest
@Transactional
class LedgerTest {

    private static final EntryPerson MAKER = new EntryPerson(new java.util.UUID(0, 1), "林致远");
    private static final EntryPerson CHECKER = new EntryPerson(new java.util.UUID(0, 2), "何复核");

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    AFundAccount accounts;

    @Autowired
    Ledger ledger;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea managed;
    private FundAccountId account;
    private UnitId flat;

    @BeforeEach
    void anAccountAndAFlat() {
        managed = ManagedArea.named("记账苑", world, register, transaction, "1 栋");
        flat = flat("101");
        account = accounts.confirmed("62270000880001", "0");
    }

    private UnitId flat(String door) {
        return units.register(managed.id(), AUnit.at("1 栋", door).told(), managed.ofOffice());
    }

    private static Money money(String amount) {
        return Money.parse(amount).value();
    }

    private NewEntry line(String amount) {
        return new NewEntry(
                account,
                EntryKind.BANK_LINE,
                world.today(),
                "流水 1",
                List.of(
                        Posting.debit(LedgerAccount.BANK, money(amount)),
                        Posting.credit(LedgerAccount.UNALLOCATED, money(amount))),
                MAKER,
                null);
    }

    private NewEntry booked(LocalDate day, String amount, UnitId... to) {
        List<Posting> postings = new ArrayList<>();
        Stream.of(to).forEach(unit -> postings.add(Posting.credit(unit, money(amount))));
        postings.add(
                Posting.debit(LedgerAccount.UNALLOCATED, Money.sum(Stream.of(to).map(unit -> money(amount)))));
        return new NewEntry(account, EntryKind.SLIP_BOOKED, day, "JC20261205-0001", postings, MAKER, CHECKER);
    }

    private NewEntry booked(String amount, UnitId... to) {
        return booked(world.today(), amount, to);
    }

    private String balance(UnitId unit) {
        return jdbc.sql("SELECT coalesce(sum(balance), 0) FROM household_balance WHERE unit_id = ?")
                .param(unit.value())
                .query((row, i) -> new Money(row.getLong(1)).toString())
                .single();
    }

    /** What the end of the transaction would say. */
    private void commit() {
        jdbc.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
        jdbc.sql("SET CONSTRAINTS ALL DEFERRED").update();
    }

    /** By the constraint of that name; what was there before stays. */
    private void refused(String constraint, Runnable what) {
        jdbc.sql("SAVEPOINT before").update();
        assertThatThrownBy(() -> {
                    what.run();
                    commit();
                })
                .as(constraint)
                .rootCause()
                .satisfies(thrown -> assertThat(((PSQLException) thrown).getServerErrorMessage())
                        .satisfies(said -> assertThat(said.getConstraint() + " " + said.getMessage())
                                .contains(constraint)));
        jdbc.sql("ROLLBACK TO SAVEPOINT before").update();
    }

    @Test
    void moneyThatCameInIsBookedToTheHousehold() {
        ledger.post(line("50"));
        EntryNumber number = ledger.post(booked("22.40", flat));
        commit();

        assertThat(number.value()).matches("FL[0-9]{6}-[0-9]{6}");
        assertThat(balance(flat)).isEqualTo("22.40");
        assertThat(jdbc.sql("SELECT kind || ' ' || reference || ' ' || amount FROM household_posting WHERE unit_id = ?")
                        .param(flat.value())
                        .query(String.class)
                        .list())
                .containsExactly("SLIP_BOOKED JC20261205-0001 2240");
    }

    @Test
    void numbersRunOnWithinAMonthWithoutGaps() {
        EntryNumber first = ledger.post(line("1"));
        List<EntryNumber> more = ledger.post(List.of(line("2"), line("3")));

        int running = Integer.parseInt(first.value().substring(9));
        assertThat(more)
                .extracting(number -> Integer.parseInt(number.value().substring(9)))
                .containsExactly(running + 1, running + 2);
    }

    @Test
    void aReversalIsTheExactNegativeAndHappensOnce() {
        EntryNumber number = ledger.post(booked("22.40", flat));
        EntryNumber negative = ledger.reverse(number, "入错账", MAKER, CHECKER, world.today());
        commit();

        assertThat(balance(flat)).isEqualTo("0.00");
        assertThatThrownBy(() -> ledger.reverse(number, "再来", MAKER, CHECKER, world.today()))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).reason().args())
                .asList()
                .contains(negative);
        assertThatThrownBy(() -> ledger.reverse(negative, "反悔", MAKER, CHECKER, world.today()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> ledger.reverse(EntryNumber.of("FL190001-000001"), "没有", MAKER, CHECKER, world.today()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aThousandHouseholdsAreBookedByAHandfulOfStatements() {
        UnitId[] many = units.registerAll(
                        managed.id(),
                        IntStream.range(1000, 2000)
                                .mapToObj(door ->
                                        AUnit.at("1 栋", String.valueOf(door)).told())
                                .toList(),
                        managed.ofOffice())
                .units()
                .toArray(UnitId[]::new);
        NewEntry entry = booked("22.40", many);
        long began = System.nanoTime();
        List<String> asked = Statements.of(() -> ledger.post(entry));
        commit();

        assertThat(asked).hasSizeLessThanOrEqualTo(5);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        assertThat(balance(many[999])).isEqualTo("22.40");
    }

    @Test
    void sidesThatDifferAreNoEntry() {
        assertThatThrownBy(() -> new NewEntry(
                        account,
                        EntryKind.BANK_LINE,
                        world.today(),
                        "流水",
                        List.of(Posting.debit(LedgerAccount.BANK, money("1"))),
                        MAKER,
                        null))
                .isInstanceOf(IllegalArgumentException.class);
        EntryNumber number = ledger.post(line("1"));
        refused(
                "tg_ledger_posting_complete",
                () -> jdbc.sql(
                                "INSERT INTO ledger_posting SELECT id, 3, 'INCOME', NULL, 5 FROM ledger_entry WHERE number = ?")
                        .param(number.value())
                        .update());
    }

    @Test
    void nothingIsChangedAndNothingGoes() {
        ledger.post(booked("1", flat));
        commit();
        for (String change : List.of(
                "UPDATE ledger_entry SET reference = 'x'",
                "DELETE FROM ledger_entry",
                "UPDATE ledger_posting SET amount = 1",
                "DELETE FROM ledger_posting",
                "DELETE FROM ledger_entry_area",
                "TRUNCATE ledger_posting",
                "TRUNCATE ledger_entry CASCADE")) {
            refused("append-only", () -> jdbc.sql(change).update());
        }
    }

    @Test
    void aHouseholdHasNoLessThanNothing() {
        ledger.post(booked("10", flat));
        refused(
                "tg_household_balance_enough",
                () -> ledger.post(new NewEntry(
                        account,
                        EntryKind.SLIP_BOOKED,
                        world.today(),
                        "JC",
                        List.of(
                                Posting.debit(flat, money("10.01")),
                                Posting.credit(LedgerAccount.UNALLOCATED, money("10.01"))),
                        MAKER,
                        CHECKER)));
    }

    @Test
    void nobodyChecksTheirOwn() {
        NewEntry own = new NewEntry(
                account,
                EntryKind.SLIP_BOOKED,
                world.today(),
                "JC",
                booked("1", flat).postings(),
                MAKER,
                MAKER);
        refused("ck_ledger_entry_two_people", () -> ledger.post(own));
    }

    @Test
    void whatIsOfAClosedMonthLandsInTheFirstOpenOne() {
        LocalDate last = world.today().withDayOfMonth(1).minusMonths(1);
        jdbc.sql("INSERT INTO accounting_period (month, state, since) VALUES (?, 'CLOSED', now())")
                .param(last)
                .update();

        EntryNumber number = ledger.post(booked(last.plusDays(3), "5", flat));
        commit();

        assertThat(jdbc.sql("SELECT day || ' ' || period FROM ledger_entry WHERE number = ?")
                        .param(number.value())
                        .query(String.class)
                        .single())
                .isEqualTo(last.plusDays(3) + " " + last.plusMonths(1));
    }

    @Test
    void nothingIsBookedIntoAnAccountThatNobodyConfirmed() {
        account = accounts.proposed("62270000880002", "1");
        refused("tg_ledger_entry_account_confirmed", () -> ledger.post(line("1")));
    }
}
