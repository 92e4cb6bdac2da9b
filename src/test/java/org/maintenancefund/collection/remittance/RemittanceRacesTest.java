package org.maintenancefund.collection.remittance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.MonthEnd;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What happens when people hand over the same money at the very same moment. Nothing is rolled back: the races are real, and each has
 * an area and an account of its own.
 */
@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemittanceRacesTest {

    private static final int PEOPLE = 6;

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    DeclarationService declarations;

    @Autowired
    SlipService slips;

    @Autowired
    SlipBooking booking;

    @Autowired
    ReversalService reversals;

    @Autowired
    CityDecisions decisions;

    @Autowired
    JdbcClient jdbc;

    private Remitting remitting;
    private CollectedArea area;
    private UnitId flat;
    private ReceiptNumber receipt;
    private int areas;

    @BeforeEach
    void anAreaOfItsOwn() {
        remitting = Remitting.named("竞缴苑" + ++areas, world, context);
        area = remitting.area();
        flat = area.flat("101");
        receipt = area.receive(area.payment(flat, "22.40"));
        area.receive(area.payment(flat, "30"));
    }

    /** And others stand on a city that has decided nothing. */
    @AfterEach
    void nothingIsDeclaredTwice() {
        assertThat(jdbc.sql("SELECT count(*) FROM (SELECT x.receipt_id FROM declared_receipt x WHERE x.live"
                                + " GROUP BY x.receipt_id HAVING count(*) > 1) AS twice")
                        .query(Long.class)
                        .single())
                .isZero();
        decisions.forget();
    }

    private static <T> void oneWins(List<Race.Outcome<T>> outcomes) {
        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(
                        outcome -> assertThat(outcome.failure()).isInstanceOfAny(Refusal.class, StaleVersion.class));
    }

    @Test
    void ofManyWhoDeclareTheSameReceiptsOneDoes() throws InterruptedException {
        DeclarationService.Shown shown = remitting.shown();
        List<Callable<DeclarationNumber>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            CurrentUser person = world.personOf(area.managed().office());
            people.add(() -> declarations.declare(area.id(), area.today(), shown, person));
        }

        oneWins(Race.of(people));
    }

    @Test
    void ofManyWhoPutADeclarationOnASlipOneDoes() throws InterruptedException {
        DeclarationNumber number = remitting.confirmed();

        oneWins(Race.of(Collections.nCopies(PEOPLE, () -> slips.draft(Set.of(number), area.clerk()))));
    }

    @Test
    void ofManyWhoBookASlipOneDoes() throws InterruptedException {
        SlipNumber number = remitting.arrived();
        int version = remitting.version("remittance_slip", number.value());
        List<Callable<EntryNumber>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            CurrentUser person = world.anotherClerkOf(world.district().id());
            people.add(() -> booking.book(number, version, person));
        }

        oneWins(Race.of(people));

        assertThat(remitting.booked()).isEqualTo("52.40");
    }

    @Test
    void whatSomebodyProposesToReverseWhileItIsDeclaredIsOneOrTheOther() throws InterruptedException {
        DeclarationService.Shown shown = remitting.shown();

        List<Race.Outcome<String>> outcomes = Race.of(List.<Callable<String>>of(
                () -> {
                    reversals.propose(receipt, "登记错户", area.clerk());
                    return "";
                },
                () -> declarations
                        .declare(area.id(), area.today(), shown, area.clerk())
                        .value()));

        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(Refusal.class));
        if (outcomes.get(0).won() && outcomes.get(1).won()) {
            // Proposed behind what was declared: it stays proposed until the declaration is taken back.
            var proposal = area.proposal(receipt);
            assertThatThrownBy(() -> reversals.confirm(receipt, proposal, area.colleague()))
                    .isInstanceOf(Refusal.class);
        }
    }

    @Test
    void whatIsReversedWhileItIsDeclaredIsNotInTheDeclaration() throws InterruptedException {
        reversals.propose(receipt, "登记错户", area.clerk());
        var proposal = area.proposal(receipt);
        DeclarationService.Shown shown = remitting.shown();

        List<Race.Outcome<String>> outcomes = Race.of(List.<Callable<String>>of(
                () -> reversals.confirm(receipt, proposal, area.colleague()).value(),
                () -> declarations
                        .declare(area.id(), area.today(), shown, area.clerk())
                        .value()));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(jdbc.sql("SELECT sum(amount) FROM declaration WHERE area_id = :area")
                        .param("area", area.id().value())
                        .query(Long.class)
                        .single())
                .isEqualTo(3000);
    }

    @Test
    void whoPaysWhileItIsDeclaredIsInTheNextOne() throws InterruptedException {
        DeclarationService.Shown shown = remitting.shown();
        List<Callable<String>> people = new ArrayList<>();
        people.add(() -> declarations
                .declare(area.id(), area.today(), shown, area.clerk())
                .value());
        for (int i = 0; i < PEOPLE; i++) {
            people.add(() -> area.receive(area.payment(flat, "1")).value());
        }

        List<Race.Outcome<String>> outcomes = Race.of(people);

        assertThat(outcomes.subList(1, outcomes.size())).allMatch(Race.Outcome::won);
        assertThat(outcomes.get(0).won() || outcomes.get(0).failure() instanceof Refusal)
                .isTrue();
    }

    @Test
    void whatIsBookedAndReversedWhileTheMonthClosesIsBooked() throws InterruptedException {
        SlipNumber booked = remitting.arrived();
        remitting.book(booked);
        area.receive(area.payment(flat, "9.60"));
        SlipNumber next = remitting.arrived();
        int version = remitting.version("remittance_slip", next.value());
        reversals.propose(receipt, "登记错户", area.clerk());
        var proposal = area.proposal(receipt);
        MonthEnd closing = new MonthEnd(area.thisMonth(), context);
        try {
            List<Race.Outcome<String>> outcomes = Race.of(List.<Callable<String>>of(
                    () -> booking.book(next, version, world.clerk()).value(),
                    () -> reversals.confirm(receipt, proposal, world.clerk()).value(),
                    () -> closing.begin(() -> "")));

            assertThat(outcomes).allMatch(Race.Outcome::won);
            assertThat(remitting.booked()).isEqualTo("39.60");
        } finally {
            closing.forget();
        }
    }

    @Test
    void theDatabaseKeepsSlipsAndDeclarationsAsTheyWereMade() {
        SlipNumber number = remitting.arrived();

        for (String change : List.of(
                "UPDATE remittance_slip SET amount = amount + 1, arrived = arrived + 1 WHERE number = :number",
                "UPDATE remittance_slip SET state = 'SUBMITTED' WHERE number = :number",
                "UPDATE remittance_slip SET state = 'DRAFT', arrived = 0, arrived_on = NULL WHERE number = :number",
                "UPDATE remittance_slip SET state = 'VOIDED', arrived = 0, arrived_on = NULL, voided_by_name = '某',"
                        + " voided_at = now(), void_reason = '作废' WHERE number = :number",
                "DELETE FROM remittance_slip WHERE number = :number",
                "UPDATE remittance_slip s SET state = 'BOOKED', booked_by = a.recorded_by, booked_by_name = '某', booked_at = now(),"
                        + " booked_on = s.submitted_on, entry = 'FL000000-000000' FROM remittance_arrival a"
                        + " WHERE a.slip_id = s.id AND s.number = :number",
                "UPDATE declaration d SET state = 'TAKEN_BACK', taken_back_by_name = '某', taken_back_at = now(),"
                        + " taken_back_reason = '撤回' FROM remittance_slip s WHERE s.id = d.slip_id AND s.number = :number",
                "UPDATE declaration d SET amount = 1 FROM remittance_slip s WHERE s.id = d.slip_id AND s.number = :number",
                "UPDATE declaration d SET confirmed_by = proposed_by FROM remittance_slip s WHERE s.id = d.slip_id"
                        + " AND s.number = :number")) {
            assertThatThrownBy(() ->
                            jdbc.sql(change).param("number", number.value()).update())
                    .as(change)
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }
}
