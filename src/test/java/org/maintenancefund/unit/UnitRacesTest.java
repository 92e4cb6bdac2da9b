package org.maintenancefund.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.domain.UnitService.Registered;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when people keep the units of an area at the very same moment. Nothing is rolled back: the races are real. */
@IntegrationTest
class UnitRacesTest {

    private static final int PEOPLE = 8;

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    AreaMerging merging;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    JdbcClient jdbc;

    private ManagedArea managed;

    @BeforeEach
    void anAreaOfItsOwn() {
        managed = ManagedArea.named("竞渡苑", world, register, transaction, "1 栋", "2 栋");
    }

    private List<String> numbers() {
        return jdbc.sql("SELECT right(number, 5) FROM unit WHERE area_id = :area ORDER BY number")
                .param("area", managed.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void manyRegisterTheSameFlatOneDoesAndTheOthersAreToldItsNumber() throws InterruptedException {
        List<Callable<UnitId>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            people.add(() -> units.register(managed.id(), AUnit.at("1 栋", "101").told(), managed.ofOffice()));
        }

        List<Race.Outcome<UnitId>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(Messages.of(refusal.reason()))
                                        .startsWith("1 栋 101 已登记，户号 ")
                                        .endsWith("-00001")));
        assertThat(numbers()).containsExactly("00001");
    }

    @Test
    void manyRegisterAtOnceAndEachUnitHasANumberOfItsOwnWithoutGaps() throws InterruptedException {
        List<Callable<UnitId>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String door = Integer.toString(101 + i);
            people.add(() -> units.register(managed.id(), AUnit.at("1 栋", door).told(), managed.ofOffice()));
        }

        assertThat(Race.of(people)).allMatch(Race.Outcome::won);
        assertThat(numbers())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, PEOPLE)
                        .mapToObj("%05d"::formatted)
                        .toList());
    }

    @Test
    void theSameSheetTwiceAtOnceIsRegisteredOnce() throws InterruptedException {
        List<NewUnit> sheet = List.of(
                AUnit.at("1 栋", "101").told(), AUnit.at("1 栋", "102").told(), AUnit.at("2 栋", "101").told());
        Callable<Registered> upload = () -> units.registerAll(managed.id(), sheet, managed.ofOffice());

        List<Race.Outcome<Registered>> outcomes = Race.of(List.of(upload, upload));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(outcomes)
                .extracting(outcome -> outcome.value().units().size())
                .containsExactlyInAnyOrder(3, 0);
        assertThat(outcomes)
                .extracting(outcome -> outcome.value().faults().size())
                .containsExactlyInAnyOrder(0, 3);
        assertThat(numbers()).containsExactly("00001", "00002", "00003");
    }

    @Test
    void ofManyWhoChangeThePayerOfOneUnitOneDoes() throws InterruptedException {
        UnitId id = units.register(managed.id(), AUnit.at("1 栋", "101").told(), managed.ofOffice());
        int seen = units.get(id, managed.ofOffice()).unit().version();
        List<Callable<String>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String name = "业主" + "甲乙丙丁戊己庚辛".charAt(i);
            people.add(() -> {
                units.changePayer(
                        id, seen, LocalDate.of(2026, 6, 1), AUnit.owner(name), "产权证", managed.ofOffice());
                return name;
            });
        }

        List<Race.Outcome<String>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(StaleVersion.class));
        assertThat(units.get(id, managed.ofOffice()).unit().payers()).hasSize(2);
    }

    @Test
    void whoRegistersWhileTheAreaIsMergedIsInTheKeptAreaOrIsRefused() throws InterruptedException {
        AreaId kept = world.area("竞渡苑南区");
        List<Callable<UUID>> people = new ArrayList<>();
        people.add(() -> merging.merge(
                new MergeOrder(kept, List.of(managed.id()), "竞渡苑", "同一小区"), world.municipal()));
        for (int i = 0; i < PEOPLE; i++) {
            String door = Integer.toString(101 + i);
            people.add(() -> units.register(managed.id(), AUnit.at("1 栋", door).told(), managed.ofOffice())
                    .value());
        }

        List<Race.Outcome<UUID>> outcomes = Race.of(people);

        assertThat(outcomes.get(0).won()).isTrue();
        long registered = outcomes.stream().skip(1).filter(Race.Outcome::won).count();
        assertThat(numbers()).as("nothing stays behind").isEmpty();
        assertThat(jdbc.sql("SELECT count(*) FROM unit WHERE area_id = :kept")
                        .param("kept", kept.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(registered);
    }
}
