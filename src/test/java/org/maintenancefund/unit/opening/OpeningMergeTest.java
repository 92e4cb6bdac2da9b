package org.maintenancefund.unit.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.OpeningBalances;
import org.maintenancefund.unit.OpeningState;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of opening balances where areas become one, and are taken apart again. */
@IntegrationTest
@Transactional
class OpeningMergeTest {

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
    OpeningBalances balances;

    @Autowired
    AnOpening an;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TravellingClock clock;

    private ManagedArea managed;
    private AreaId kept;
    private UnitId unit;

    @BeforeEach
    void anAreaThatGoesIntoAnother() {
        managed = ManagedArea.named("合账苑", world, register, transaction, "1 栋", "2 栋");
        kept = world.area("合账苑南区");
        unit = units.register(managed.id(), AUnit.at("1 栋", "101").told(), managed.ofOffice());
        an.begun(managed, "100.00");
        an.entered(managed, unit, null, "100.00");
    }

    /** Later than what was told before: what counts is what came since. */
    private UUID merged() {
        entities.flush();
        MergeOrder order = new MergeOrder(kept, List.of(managed.id()), "合账苑", "同一小区");
        UUID merge =
                clock.at(clock.instant().plus(Duration.ofMinutes(5)), () -> merging.merge(order, world.municipal()));
        entities.flush();
        entities.clear();
        return merge;
    }

    private long lines(AreaId area) {
        return jdbc.sql("SELECT count(*) FROM opening_line l JOIN opening_sheet s ON s.id = l.sheet_id"
                        + " JOIN unit u ON u.id = l.unit_id AND u.area_id = s.area_id WHERE s.area_id = :area")
                .param("area", area.value())
                .query(Long.class)
                .single();
    }

    private void approved() {
        an.checked(managed, managed.ofCompany());
        an.approved(managed, world.clerk());
    }

    @Test
    void aSheetThatIsUnderwayGoesAlongAndGoesOnThere() {
        merged();

        assertThat(balances.stateOf(managed.id())).isEmpty();
        assertThat(balances.stateOf(kept)).hasValue(OpeningState.DRAFT);
        assertThat(lines(kept)).isEqualTo(1);
        clock.at(clock.instant().plus(Duration.ofMinutes(10)), this::approved);
        entities.flush();
        assertThat(balances.stateOf(kept)).hasValue(OpeningState.APPROVED);
    }

    @Test
    void anApprovedSheetGoesAlongAndAnUndoneMergeBringsItBack() {
        approved();
        UUID merge = merged();

        assertThat(balances.stateOf(kept)).hasValue(OpeningState.APPROVED);
        assertThat(lines(kept)).isEqualTo(1);
        merging.undo(merge, world.municipal());
        entities.flush();

        assertThat(balances.stateOf(kept)).isEmpty();
        assertThat(balances.stateOf(managed.id())).hasValue(OpeningState.APPROVED);
        assertThat(lines(managed.id())).isEqualTo(1);
        assertThat(jdbc.sql("SELECT balance FROM unit_opening_balance WHERE unit_id = :unit")
                        .param("unit", unit.value())
                        .query(Long.class)
                        .single())
                .as("the sum stays")
                .isEqualTo(100_00);
    }

    @Test
    void whatWasEnteredSinceKeepsTheMergeFromBeingUndone() {
        UUID merge = merged();
        clock.at(clock.instant().plus(Duration.ofMinutes(10)), () -> an.entered(managed, unit, null, "101.00"));
        entities.flush();

        assertThatThrownBy(() -> merging.undo(merge, world.municipal()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(Messages.of(refusal.reason())).startsWith("合并以后登记或审核过期初余额"));
    }

    @Test
    void twoThatAreUnderwayStandAgainstAMergeAndAreNamed() {
        ManagedArea other = ManagedArea.named("合账苑北区", world, register, transaction, "3 栋");
        an.begun(other, "1.00");
        entities.flush();

        assertThat(merging.plan(List.of(managed.id(), other.id())).blockers())
                .filteredOn(blocker -> blocker.sentence().startsWith("这些小区各有一份还没有核准的期初余额"))
                .singleElement()
                .extracting(MergeBlocker::links)
                .satisfies(links -> assertThat(links)
                        .hasSize(2)
                        .allSatisfy(link -> assertThat(link.text()).isEqualTo("期初余额截至 2026-05-31（草稿）")));
        approved();
        entities.flush();
        assertThat(merging.plan(List.of(managed.id(), other.id())).blockers())
                .noneMatch(blocker -> blocker.sentence().startsWith("这些小区各有一份"));
    }
}
