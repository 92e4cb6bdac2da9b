package org.maintenancefund.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What must hold of the records, and how it is told where it doesn't. */
@IntegrationTest
@Transactional
class InvariantTest {

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    UnitService units;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    private UnitId unit;

    @BeforeEach
    void aUnit() {
        ManagedArea managed = ManagedArea.named("核对苑", world, register, transaction, "1 栋");
        unit = units.register(managed.id(), AUnit.at("1 栋", "101").told(), managed.ofOffice());
    }

    private List<String> told() {
        return jdbc.sql("SELECT object_name FROM audit_entry WHERE action = 'INVARIANT_BROKEN'")
                .query(String.class)
                .list();
    }

    @Test
    void eachHasASentenceAndANameOfItsOwn() {
        assertThat(invariants.all())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.sentence()).isNotBlank());
        assertThat(invariants.all()).extracting(Invariant::name).doesNotHaveDuplicates();
    }

    @Test
    void nothingIsToldAsLongAsAllHold() {
        assertThat(invariants.violations()).isEmpty();

        invariants.report();

        assertThat(told()).isEmpty();
    }

    @Test
    void whatDoesNotHoldIsToldWithHowManyAndWhich() {
        String number = jdbc.sql("SELECT number FROM unit WHERE id = ?")
                .param(unit.value())
                .query(String.class)
                .single();
        jdbc.sql("DELETE FROM unit_version WHERE unit_id = ?")
                .param(unit.value())
                .update();

        assertThat(invariants.violations()).singleElement().satisfies(broken -> {
            assertThat(broken.invariant().name()).isEqualTo("unit-facts");
            assertThat(broken.rows()).isEqualTo(1);
            assertThat(broken.examples()).containsExactly("(" + number + ")");
        });

        invariants.report();

        assertThat(told()).containsExactly("每户都有记载");
    }
}
