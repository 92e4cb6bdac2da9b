package org.maintenancefund.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.maintenancefund.unit.opening.AnOpening;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** A merge of areas leaves the sums of both: what stays behind where a building goes is found. */
@IntegrationTest
@Transactional
class MergeInvariantsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    AreaMerging merging;

    @Autowired
    AnOpening openings;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    private CollectedArea area;
    private AreaId other;

    @BeforeEach
    void twoAreas() {
        area = CollectedArea.named("并前苑", world, context);
        other = world.area("并后苑");
    }

    /** With their units, and with nothing else: as a merge would that forgets what hangs on them. */
    private void moveBuildings(AreaId from, AreaId to) {
        jdbc.sql("UPDATE area_building SET area_id = :to WHERE area_id = :from")
                .param("from", from.value())
                .param("to", to.value())
                .update();
    }

    private List<String> broken() {
        return invariants.violations().stream()
                .map(violation -> violation.invariant().name())
                .toList();
    }

    @Test
    void unitsThatStayInAnAreaThatIsGoneAreFound() {
        ManagedArea gone = ManagedArea.named("并去苑", world, register, transaction, "1 栋");
        units.register(gone.id(), AUnit.at("1 栋", "101").told(), gone.ofOffice());
        UUID merge = merging.merge(new MergeOrder(other, List.of(gone.id()), "并苑", "同一小区"), world.municipal());
        assertThat(broken()).isEmpty();

        moveBuildings(other, gone.id());
        assertThat(broken()).containsExactly("merge-units");

        moveBuildings(gone.id(), other);
        merging.undo(merge, world.municipal());
        assertThat(broken()).isEmpty();
    }

    @Test
    void receiptsThatDoNotGoAlongAreFound() {
        area.receive(area.payment(area.flat("101"), "22.40"));

        moveBuildings(area.id(), other);

        assertThat(broken()).containsExactly("merge-receipts");
    }

    @Test
    void openingBalancesThatDoNotGoAlongAreFound() {
        UnitId flat = area.flat("101");
        openings.begun(area.managed(), "100.00");
        openings.entered(area.managed(), flat, "500.00", "100.00");
        assertThat(broken()).isEmpty();

        moveBuildings(area.id(), other);

        assertThat(broken()).containsExactly("merge-openings");
    }
}
