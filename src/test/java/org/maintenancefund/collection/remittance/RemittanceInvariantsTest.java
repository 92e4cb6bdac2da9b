package org.maintenancefund.collection.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What must hold of the hand-over is found where somebody breaks it past all constraints. */
@IntegrationTest
@Transactional
class RemittanceInvariantsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void oneSlipOfEachKind() {
        Remitting remitting = Remitting.named("核缴苑", world, context);
        CollectedArea area = remitting.area();
        area.receive(area.payment(area.flat("101"), "22.40"));
        remitting.takeBack(remitting.declared());
        SlipNumber arrived = remitting.arrived();
        area.receive(area.payment(area.flat("102"), "50"));
        remitting.submitted();
        area.receive(area.payment(area.flat("103"), "60"));
        remitting.declared();
        remitting.book(arrived);
        jdbc.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
    }

    private List<String> broken() {
        return invariants.violations().stream()
                .map(violation -> violation.invariant().name())
                .toList();
    }

    @Test
    void afterAllStepsOfPeopleAllHold() {
        assertThat(broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            receipt-declared       | UPDATE receipt SET declared = NOT declared
            declared-once          | UPDATE declared_receipt SET live = true
            declaration-sum        | UPDATE declaration SET amount = amount + 1
            declaration-sum        | UPDATE declaration SET amount_days = amount_days + 1
            receipt-month          | UPDATE receipt_month SET amount = amount + 1
            receipt-month          | DELETE FROM receipt_month
            declared-live          | UPDATE declared_receipt SET live = false
            slip-sum               | UPDATE remittance_slip SET amount = amount + 1 WHERE state = 'SUBMITTED'
            slip-of-company        | UPDATE remittance_slip SET enterprise_id = (SELECT id FROM enterprise ORDER BY id DESC LIMIT 1)
            slip-arrived           | UPDATE remittance_arrival SET amount = amount + 1
            slip-booked            | UPDATE remittance_slip SET entry = 'FL000000-000000' WHERE state = 'BOOKED'
            held-by-company        | UPDATE declaration SET amount = amount + 1 WHERE state = 'PROPOSED'
            declaration-two-people | UPDATE declaration SET confirmed_by = proposed_by WHERE confirmed_by IS NOT NULL
            """)
    void whatBreaksItIsFound(String name, String change) {
        world.company("又一家物业有限公司");
        jdbc.sql("DROP INDEX uq_declared_receipt_live").update();
        jdbc.sql("ALTER TABLE declaration DISABLE TRIGGER USER, DROP CONSTRAINT ck_declaration_two_people")
                .update();
        jdbc.sql("ALTER TABLE remittance_slip DISABLE TRIGGER USER").update();

        jdbc.sql(change).update();

        assertThat(broken()).contains(name);
    }
}
