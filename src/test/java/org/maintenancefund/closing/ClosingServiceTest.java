package org.maintenancefund.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.Differences;
import org.maintenancefund.difference.NewDifference;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.ledger.EntryKind;
import org.maintenancefund.ledger.LedgerAccount;
import org.maintenancefund.ledger.PeriodState;
import org.maintenancefund.ledger.Periods;
import org.maintenancefund.ledger.Posting;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A month of the books from its begin until it is closed for good, and all that may come between. */
@IntegrationTest
@Transactional
class ClosingServiceTest {

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    ClosingService service;

    @Autowired
    ClosingMonths months;

    @Autowired
    ReconciliationService papers;

    @Autowired
    Differences differences;

    @Autowired
    InvariantService invariants;

    @Autowired
    Periods periods;

    @Autowired
    TravellingClock clock;

    @Autowired
    JdbcClient jdbc;

    private AClosing city;

    @BeforeEach
    void aMonthToBeClosed() {
        city = AClosing.of("期末苑", world, context);
    }

    private PeriodState state() {
        return months.get(city.month(), city.signer()).state();
    }

    private ClosingView last() {
        return service.attempts(city.month()).get(0);
    }

    private void refused(String code, Runnable what) {
        assertThatExceptionOfType(Refusal.class)
                .as(code)
                .isThrownBy(what::run)
                .satisfies(refusal -> assertThat(refusal.reason().code()).isEqualTo(code));
    }

    private String unit(UnitId unit) {
        return jdbc.sql("SELECT concat_ws(' ', balance, posted, billed, paid, open) FROM closing_unit"
                        + " WHERE month = :month AND unit_id = :unit")
                .param("month", city.month().atDay(1))
                .param("unit", unit.value())
                .query(String.class)
                .single();
    }

    private DifferenceNumber difference() {
        return differences.raise(NewDifference.of(
                DifferenceKind.LINE_UNMATCHED, UUID.randomUUID().toString(), "流水 10.00", city.day(), "", 3));
    }

    @Test
    void oneBeginsAnotherMakesAThirdSignsAndConfirms() {
        city.checked();
        assertThat(last().state()).isEqualTo(ClosingState.READY);
        assertThat(state()).isEqualTo(PeriodState.CLOSING);

        city.signed();
        service.confirm(city.month(), city.signer());

        assertThat(state()).isEqualTo(PeriodState.CLOSED);
        assertThat(last().state()).isEqualTo(ClosingState.CONFIRMED);
        assertThat(periods.open().landing(city.day())).isEqualTo(city.month().plusMonths(1));
        assertThat(months.lines().get(0).turn()).as("it runs").isFalse();
        assertThat(months.lines().get(0).month()).isEqualTo(city.month().plusMonths(1));
        assertThat(invariants.violations()).isEmpty();
    }

    @Test
    void theSnapshotTellsWhatEachUnitHadAndOwedAtTheEndOfTheMonth() {
        ClosingId closing = service.begin(city.month(), city.beginner());
        // Lands in the month after, as all does from now on.
        city.post(
                EntryKind.SLIP_BOOKED,
                Posting.debit(LedgerAccount.UNALLOCATED, AClosing.money("7")),
                Posting.credit(city.paid(), AClosing.money("7")));
        city.work(closing);

        assertThat(unit(city.paid())).isEqualTo("2240 2240 2240 2240 0");
        assertThat(unit(city.open())).isEqualTo("0 0 2240 0 2240");
        assertThat(jdbc.sql("SELECT concat_ws(' ', units, balance, posted, billed, paid, open) FROM closing_area"
                                + " WHERE month = :month AND area_id = :area")
                        .param("month", city.month().atDay(1))
                        .param("area", city.area().id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("2 2240 2240 4480 2240 2240");
        assertThat(jdbc.sql(
                                "SELECT concat_ws(' ', bank, unallocated, household) FROM closing_account WHERE closing_id = :id"
                                        + " AND account_id = :account")
                        .param("id", closing.value())
                        .param("account", city.account().value())
                        .query(String.class)
                        .single())
                .isEqualTo("3240 1000 2240");
    }

    @Test
    void theHashIsThatOfTheRowsWhoeverWorksItOut() throws Exception {
        city.checked();

        String rows = lines("SELECT concat_ws('|', unit_id, balance, posted, billed, paid, open) FROM closing_unit"
                + " WHERE month = :month AND area_id = '" + city.area().id() + "' ORDER BY unit_id");
        assertThat(lines("SELECT sha256 FROM closing_area WHERE month = :month AND area_id = '"
                        + city.area().id() + "'"))
                .isEqualTo(sha256(rows));
        String areas = lines(
                "SELECT concat_ws('|', area_id, units, balance, posted, billed, paid, open, sha256) FROM closing_area"
                        + " WHERE month = :month ORDER BY area_id");
        assertThat(last().sha256()).isEqualTo(sha256(areas));
    }

    private String lines(String sql) {
        return jdbc.sql(sql).param("month", city.month().atDay(1)).query(String.class).list().stream()
                .collect(Collectors.joining("\n"));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theNextMonthGoesOnFromWhatTheOneBeforeLeft() {
        city.checked();
        city.signed();
        service.confirm(city.month(), city.signer());
        YearMonth next = city.month().plusMonths(1);
        clock.at(next.plusMonths(1).atDay(2).atStartOfDay(clock.getZone()).toInstant(), () -> {
            city.post(
                    next.atDay(1),
                    EntryKind.SLIP_BOOKED,
                    Posting.debit(LedgerAccount.UNALLOCATED, AClosing.money("10")),
                    Posting.credit(city.open(), AClosing.money("10")));
            ClosingId closing = service.begin(next, city.signer());
            city.work(closing);

            ReconciliationView books = papers.get(next, city.account());
            assertThat(books.bank()).isEqualTo(AClosing.money("32.40"));
            assertThat(books.household()).isEqualTo(AClosing.money("32.40"));
            assertThat(books.unallocated().isZero()).isTrue();
            papers.make(next, city.account(), ReconciliationService.NONE, AClosing.money("32.40"), "", city.maker());
            papers.sign(next, city.account(), 0, city.signer());
            city.othersSigned(next, city.signer());
            service.confirm(next, city.maker());
            assertThat(invariants.violations()).isEmpty();
        });

        assertThat(jdbc.sql(
                                "SELECT concat_ws(' ', balance, posted) FROM closing_unit WHERE month = :month AND unit_id = :unit")
                        .param("month", next.atDay(1))
                        .param("unit", city.open().value())
                        .query(String.class)
                        .single())
                .isEqualTo("1000 1000");
    }

    @Test
    void eachInvariantIsAskedByName() {
        ClosingId closing = city.checked();

        List<StepView> steps = service.steps(closing);
        assertThat(steps)
                .filteredOn(step -> step.kind() == StepKind.INVARIANT)
                .hasSameSizeAs(invariants.all())
                .allSatisfy(step -> {
                    assertThat(step.state()).isEqualTo(StepState.DONE);
                    assertThat(step.found()).isZero();
                    assertThat(step.tookMs()).isNotNull();
                });
        assertThat(steps).extracting(StepView::kind).endsWith(StepKind.ACCOUNTS, StepKind.UNITS, StepKind.AREAS);
    }

    @Test
    void monthsAreClosedOneAfterTheOtherAndNoneThatRuns() {
        refused("ledger.period.refusal.turn", () -> service.begin(city.month().plusMonths(1), city.beginner()));
        refused("ledger.period.refusal.CLOSED", () -> service.begin(city.month().minusMonths(1), city.beginner()));
        service.begin(city.month(), city.beginner());
        refused("ledger.period.refusal.CLOSING", () -> service.begin(city.month(), city.signer()));
        refused("closing.refusal.checking", () -> service.confirm(city.month(), city.signer()));
    }

    @Test
    void theMonthThatRunsIsNotClosed() {
        city.checked();
        city.signed();
        service.confirm(city.month(), city.signer());

        refused("closing.refusal.running", () -> service.begin(city.month().plusMonths(1), city.beginner()));
        refused("closing.refusal.not-underway", () -> service.confirm(city.month(), city.signer()));
        refused("ledger.period.refusal.not-closing", () -> service.giveBack(city.month(), "反悔", city.signer()));
    }

    @Test
    void nobodyConfirmsTheirOwnNorBeforeEveryAccountIsSigned() {
        city.checked();
        refused("closing.refusal.unsigned", () -> service.confirm(city.month(), city.signer()));
        city.signed();

        refused("closing.refusal.own", () -> service.confirm(city.month(), city.beginner()));
        service.confirm(city.month(), city.maker());
    }

    @Test
    void anOpenDifferenceStandsAgainstItUnlessItIsCarriedOverWithAReason() {
        DifferenceNumber first = difference();
        DifferenceNumber second = difference();
        service.carry(city.month(), Map.of(first, "银行 12 月 3 日才能查"), city.beginner());
        refused("closing.refusal.differences", () -> service.begin(city.month(), city.beginner()));
        service.carry(city.month(), Map.of(second, "同上"), city.beginner());

        city.checked();
        city.signed();
        DifferenceNumber late = difference();
        refused("closing.refusal.differences", () -> service.confirm(city.month(), city.signer()));
        service.carry(city.month(), Map.of(late, "下月查"), city.maker());
        service.confirm(city.month(), city.signer());
        refused("ledger.period.refusal.CLOSED", () -> service.carry(city.month(), Map.of(late, "换个说法"), city.maker()));
    }

    @Test
    void aDifferenceOfTheNextMonthStandsAgainstNothing() {
        differences.raise(NewDifference.of(
                DifferenceKind.LINE_UNMATCHED,
                UUID.randomUUID().toString(),
                "流水",
                city.day().plusDays(1),
                "",
                3));

        assertThat(service.obstacle(city.month())).isEmpty();
    }

    @Test
    void whatDoesNotHoldOpensTheMonthAgainWithItsName() {
        String number = jdbc.sql("SELECT number FROM unit WHERE id = :id")
                .param("id", city.open().value())
                .query(String.class)
                .single();
        jdbc.sql("DELETE FROM unit_version WHERE unit_id = :id")
                .param("id", city.open().value())
                .update();

        ClosingId failed = city.checked();

        assertThat(last().state()).isEqualTo(ClosingState.FAILED);
        assertThat(last().reason()).contains("每户都有记载");
        assertThat(state()).isEqualTo(PeriodState.OPEN);
        assertThat(service.steps(failed))
                .filteredOn(step -> step.name().equals("unit-facts"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.state()).isEqualTo(StepState.BROKEN);
                    assertThat(step.examples()).contains(number);
                });
        assertThat(service.steps(failed))
                .filteredOn(step -> step.state() == StepState.WAITING)
                .hasSize(3);
        refused("closing.refusal.not-underway", () -> service.confirm(city.month(), city.signer()));
        assertThat(service.obstacle(city.month())).as("it may be tried again").isEmpty();
    }

    @Test
    void givenUpItIsOpenAgainAndTheNextAttemptTakesItsOwnSnapshot() {
        city.checked();
        String before = last().sha256();
        service.giveBack(city.month(), "漏了一笔", city.signer());

        assertThat(state()).isEqualTo(PeriodState.OPEN);
        city.post(
                EntryKind.SLIP_BOOKED,
                Posting.debit(LedgerAccount.UNALLOCATED, AClosing.money("10")),
                Posting.credit(city.open(), AClosing.money("10")));
        city.checked();

        assertThat(unit(city.open())).isEqualTo("1000 1000 2240 0 2240");
        assertThat(last().sha256()).isNotEqualTo(before);
        assertThat(service.attempts(city.month()))
                .extracting(ClosingView::state)
                .containsExactly(ClosingState.READY, ClosingState.RETURNED);
    }

    @Test
    void givenUpMeanwhileTheStepsThatAreLeftAreNotDone() {
        ClosingId closing = service.begin(city.month(), city.beginner());
        context.getBean(ClosingWork.class).step(closing);
        service.giveBack(city.month(), "先不结", city.signer());

        city.work(closing);

        assertThat(last().state()).isEqualTo(ClosingState.RETURNED);
        assertThat(last().sha256()).isNull();
    }

    @Test
    void onlyTheMunicipalCentreClosesMonths() {
        CurrentUser auditor = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
        for (CurrentUser other : List.of(world.clerk(), auditor, city.area().clerk())) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> service.begin(city.month(), other));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> service.confirm(city.month(), other));
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> service.giveBack(city.month(), "不", other));
            assertThatExceptionOfType(NotFound.class)
                    .isThrownBy(() -> papers.make(city.month(), city.account(), -1, null, "", other));
        }
    }

    /** Three million units in one statement: what a page waits for is not enough. */
    @Test
    void aStatementOfItMayTakeLongerThanThoseOfPages() {
        ClosingId closing = service.begin(city.month(), city.beginner());
        int ofPages = patience();
        context.getBean(ClosingWork.class).step(closing);
        assertThat(patience()).isGreaterThan(ofPages).isEqualTo((int) ClosingWork.PATIENCE.toMillis());
    }

    private int patience() {
        return Objects.requireNonNull(context.getBean(JdbcOperations.class)
                .execute((ConnectionCallback<Integer>) Connection::getNetworkTimeout));
    }
}
