package org.maintenancefund.unit.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when people work at the opening balances of an area at the very same moment. Nothing is rolled back. */
@IntegrationTest
class OpeningRacesTest {

    private static final int PEOPLE = 8;

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    OpeningService openings;

    @Autowired
    OpeningLineService lines;

    @Autowired
    OpeningReview review;

    @Autowired
    AnOpening an;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea managed;
    private UnitId unit;

    @BeforeEach
    void anAreaWithAFlat() {
        managed = ManagedArea.named("竞账苑", world, register, transaction, "1 栋");
        unit = units.register(managed.id(), AUnit.at("1 栋", "101").told(), managed.ofOffice());
    }

    private void entered() {
        an.begun(managed, "100.00");
        an.entered(managed, unit, null, "100.00");
    }

    @Test
    void ofManyWhoCheckOneDoesAndTheOthersAreToldThatItChanged() throws InterruptedException {
        entered();
        OpeningView seen = an.view(managed);
        List<Callable<String>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            CurrentUser person = world.personOf(managed.company());
            people.add(() -> {
                review.check(seen.id(), seen.version(), person);
                return person.operatorId().toString();
            });
        }

        List<Race.Outcome<String>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(StaleVersion.class));
        assertThat(jdbc.sql("SELECT checked_by::text FROM opening_sheet WHERE id = :id")
                        .param("id", seen.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo(outcomes.stream()
                        .filter(Race.Outcome::won)
                        .findFirst()
                        .orElseThrow()
                        .value());
    }

    @RepeatedTest(3)
    void whoEntersWhileItIsCheckedIsBeforeItOrIsRefused() throws InterruptedException {
        entered();
        OpeningView seen = an.view(managed);
        int line = lines.get(managed.id(), unit, managed.ofOffice()).version();

        List<Race.Outcome<Object>> outcomes = Race.of(List.<Callable<Object>>of(
                () -> {
                    review.check(seen.id(), seen.version(), managed.ofCompany());
                    return null;
                },
                () -> {
                    lines.enter(managed.id(), line, AnOpening.entry(unit, null, "100.00"), managed.ofOffice());
                    return null;
                }));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        boolean checked = outcomes.get(0).won();
        assertThat(an.view(managed).state()).isEqualTo(checked ? OpeningState.CHECKED : OpeningState.DRAFT);
        assertThat(outcomes.get(checked ? 1 : 0).failure()).isInstanceOf(checked ? Refusal.class : StaleVersion.class);
    }

    @Test
    void ofManyWhoBeginOneDoes() throws InterruptedException {
        Callable<OpeningId> begin = () ->
                openings.tell(managed.id(), OpeningService.NONE, AnOpening.header("100.00", ""), managed.ofOffice());
        List<Callable<OpeningId>> people = Collections.nCopies(PEOPLE, begin);

        List<Race.Outcome<OpeningId>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(StaleVersion.class));
    }

    @Test
    void approvedAndReturnedAtOnceIsOneOfBoth() throws InterruptedException {
        entered();
        an.checked(managed, managed.ofCompany());
        OpeningView seen = an.view(managed);
        CurrentUser clerk = world.clerk();
        CurrentUser other = world.anotherClerkOf(world.district().id());

        List<Race.Outcome<Object>> outcomes = Race.of(List.<Callable<Object>>of(
                () -> {
                    review.approve(seen.id(), seen.version(), clerk);
                    return null;
                },
                () -> {
                    review.giveBack(seen.id(), seen.version(), "再核对", other);
                    return null;
                }));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(an.view(managed).state())
                .isEqualTo(outcomes.get(0).won() ? OpeningState.APPROVED : OpeningState.RETURNED);
    }
}
