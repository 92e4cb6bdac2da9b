package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
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

/** What the invariants of bills and runs find, where triggers and constraints don't stand before it. */
@IntegrationTest
@Transactional
class BillingInvariantsTest {

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aMonthThatWasBilled() {
        CollectedArea area = CollectedArea.named("核单苑", world, context);
        area.flat("101");
        area.bill(area.first());
        assertThat(broken()).isEmpty();
        jdbc.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
        for (String table : List.of("bill", "billing_run", "unit_version")) {
            jdbc.sql("ALTER TABLE " + table + " DISABLE TRIGGER USER").update();
        }
        for (String check : List.of(
                "bill DROP CONSTRAINT ck_bill_amount",
                "bill DROP CONSTRAINT ck_bill_allocated",
                "billing_run DROP CONSTRAINT ck_billing_run_two_people")) {
            jdbc.sql("ALTER TABLE " + check).update();
        }
    }

    private List<String> broken() {
        return invariants.violations().stream()
                .map(violation -> violation.invariant().name())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bill-formula | UPDATE bill SET amount = amount + 1",
                "bill-paid-within | UPDATE bill SET allocated = amount + adjusted + 1",
                "billing-two-people | UPDATE billing_run SET confirmed_by = proposed_by WHERE confirmed_by IS NOT NULL",
                "run-figures | UPDATE billing_run SET bills = bills + 1 WHERE state = 'BILLED'",
                "bill-facts | DELETE FROM unit_version",
                "bill-facts | UPDATE unit_version SET valid_from = (valid_from + INTERVAL '100 years')::date",
                "bill-refers | UPDATE bill SET run_id = gen_random_uuid()",
                "bill-refers | UPDATE bill SET standard_id = gen_random_uuid()",
                "bill-adjusted | UPDATE bill SET adjusted = adjusted + 1"
            })
    void whatBreaksItIsFound(String invariant, String how) {
        assertThat(jdbc.sql(how).update()).isPositive();

        assertThat(broken()).contains(invariant);
    }
}
