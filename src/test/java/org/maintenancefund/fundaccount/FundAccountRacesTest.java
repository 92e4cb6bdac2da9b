package org.maintenancefund.fundaccount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.ledger.Ledger;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.NewEntry;
import org.maintenancefund.ledger.Posting;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.MonthEnd;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens to accounts and books when people do something at the very same moment. Nothing is rolled back: the races are real. */
@IntegrationTest
class FundAccountRacesTest {

    private static final EntryPerson MAKER = new EntryPerson(new UUID(0, 1), "林致远");
    private static final EntryPerson CHECKER = new EntryPerson(new UUID(0, 2), "何复核");

    private static int areas;

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationContext context;

    @Autowired
    UnitService units;

    @Autowired
    AnOpening openings;

    @Autowired
    AFundAccount accounts;

    @Autowired
    FundAccountService service;

    @Autowired
    AreaAccounts assigning;

    @Autowired
    AreaMerging merging;

    @Autowired
    Ledger ledger;

    @Autowired
    InvariantService invariants;

    @Autowired
    CityDecisions decisions;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea managed;
    private UnitId flat;

    @BeforeEach
    void anAreaOfItsOwn() {
        managed = ManagedArea.named("竞账苑" + ++areas, world, register, transaction, "1 栋");
        flat = units.register(managed.id(), AUnit.at("1 栋", "101").told(), managed.ofOffice());
    }

    @AfterEach
    void theBooksAreSound() {
        assertThat(invariants.violations()).isEmpty();
        decisions.forget();
    }

    private static CurrentUser colleague(int number) {
        return AFundAccount.municipal("何复核" + "一二三四".charAt(number));
    }

    private EntryNumber booked(FundAccountId account, String amount) {
        Money fen = Money.parse(amount).value();
        return transaction.execute(status -> ledger.post(new NewEntry(
                account,
                EntryKind.SLIP_BOOKED,
                world.today(),
                "JC20261205-0001",
                List.of(Posting.debit(LedgerAccount.UNALLOCATED, fen), Posting.credit(flat, fen)),
                MAKER,
                CHECKER)));
    }

    private long entries(FundAccountId account) {
        return jdbc.sql("SELECT count(*) FROM ledger_entry WHERE account_id = ?")
                .param(account.value())
                .query(Long.class)
                .single();
    }

    @Test
    void ofFourWhoConfirmAnAccountOneDoesAndItsOpeningIsBookedOnce() throws InterruptedException {
        FundAccountId account = accounts.proposed(AFundAccount.nextNumber(), "100");
        List<Callable<String>> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            CurrentUser person = colleague(i);
            people.add(() -> {
                service.confirm(account, 0, person);
                return "";
            });
        }

        List<Race.Outcome<String>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(StaleVersion.class));
        assertThat(entries(account)).isEqualTo(1);
    }

    @Test
    void ofFourWhoReverseAnEntryOneDoes() throws InterruptedException {
        FundAccountId account = accounts.empty();
        EntryNumber number = booked(account, "22.40");
        Callable<EntryNumber> reversing =
                () -> transaction.execute(status -> ledger.reverse(number, "入错账", MAKER, CHECKER, world.today()));

        List<Race.Outcome<EntryNumber>> outcomes = Race.of(List.of(reversing, reversing, reversing, reversing));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(entries(account)).isEqualTo(2);
    }

    @Test
    void entriesOfManyAtOnceHaveNumbersWithoutGaps() throws InterruptedException {
        FundAccountId account = accounts.empty();
        Callable<EntryNumber> booking = () -> booked(account, "1");

        List<Race.Outcome<EntryNumber>> outcomes =
                Race.of(List.of(booking, booking, booking, booking, booking, booking, booking, booking));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(jdbc.sql("SELECT balance FROM household_balance WHERE unit_id = ? AND account_id = ?")
                        .param(flat.value())
                        .param(account.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(800);
    }

    @Test
    void anApprovalAndAFirstAccountAtOnceBookTheOpeningOnce() throws InterruptedException {
        FundAccountId account = accounts.empty();
        openings.begun(managed, "30");
        openings.entered(managed, flat, null, "30");
        openings.checked(managed, managed.ofCompany());
        CurrentUser district = world.clerk();

        List<Race.Outcome<String>> outcomes = Race.of(List.of(
                () -> {
                    openings.approved(managed, district);
                    return "";
                },
                () -> {
                    accounts.keeps(account, managed.id());
                    return "";
                }));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(entries(account)).isEqualTo(1);
    }

    @Test
    void whoPostsWhileTheMonthClosesIsBeforeItOrLandsBehindIt() throws InterruptedException {
        FundAccountId account = accounts.empty();
        YearMonth month = YearMonth.from(world.today());
        MonthEnd closing = new MonthEnd(month, context);
        try {
            List<Race.Outcome<Long>> outcomes = Race.of(List.of(
                    () -> {
                        booked(account, "5");
                        return 0L;
                    },
                    () -> {
                        booked(account, "6");
                        return 0L;
                    },
                    () -> closing.begin(() -> landed(account, month))));
            assertThat(outcomes).allMatch(Race.Outcome::won);
            assertThat(landed(account, month)).isEqualTo(outcomes.get(2).value());
            assertThat(landed(account, month) + landed(account, month.plusMonths(1)))
                    .isEqualTo(2);
        } finally {
            closing.forget();
        }
    }

    private long landed(FundAccountId account, YearMonth month) {
        return jdbc.sql("SELECT count(*) FROM ledger_entry WHERE account_id = ? AND period = ?")
                .params(account.value(), month.atDay(1))
                .query(Long.class)
                .single();
    }

    @Test
    void areasOfDifferentAccountsStayApartAndOneWithoutAnAccountGetsTheOthers() {
        AreaId kept = world.area("竞账苑" + areas + "南区");
        FundAccountId account = accounts.empty();
        accounts.keeps(account, managed.id());

        UUID merge = merging.merge(new MergeOrder(kept, List.of(managed.id()), "竞账苑", "同一小区"), world.municipal());
        assertThat(keptIn(kept)).containsExactly(account.value());

        merging.undo(merge, world.municipal());
        assertThat(keptIn(kept)).isEmpty();
        assertThat(keptIn(managed.id())).containsExactly(account.value());

        accounts.keeps(accounts.empty(), kept);
        assertThat(catchThrowable(() ->
                        merging.merge(new MergeOrder(kept, List.of(managed.id()), "竞账苑", "同一小区"), world.municipal())))
                .isNotNull();

        assigning.assign(List.of(kept), account, YearMonth.from(world.today()), accounts.clerk());
        merging.merge(new MergeOrder(kept, List.of(managed.id()), "竞账苑", "同一小区"), world.municipal());
        assertThat(keptIn(kept)).contains(account.value());
    }

    private List<UUID> keptIn(AreaId area) {
        return jdbc.sql("SELECT account_id FROM area_kept_in WHERE area_id = ? ORDER BY valid_from")
                .param(area.value())
                .query(UUID.class)
                .list();
    }
}
