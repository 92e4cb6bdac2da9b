package org.maintenancefund.billing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.unit.UnitUse;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.annotation.Transactional;

/** What the database refuses of bills and of what they refer to, whoever asks. */
@IntegrationTest
@Transactional
class BillGuardsTest extends BilledArea {

    @BeforeEach
    void theWorkedMonthIsBilled() {
        openedAsWorked("铁账苑");
        billed(month);
    }

    private int asked(String sql) {
        return jdbc.sql(sql)
                .param("unit", at("101").value())
                .param("other", at("302").value())
                .update();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE bill SET amount = amount + 1 WHERE unit_id = :unit | a bill stays as it is",
                "UPDATE bill SET run_id = gen_random_uuid() WHERE unit_id = :unit | a bill stays as it is",
                "UPDATE bill SET standard_id = gen_random_uuid() WHERE unit_id = :unit | a bill stays as it is",
                "DELETE FROM bill WHERE unit_id = :unit | a bill stays as it is",
                "UPDATE bill SET allocated = amount + 1 WHERE unit_id = :unit | ck_bill_allocated",
                "DELETE FROM unit WHERE id = :unit | a unit stays",
                "UPDATE unit SET id = gen_random_uuid() WHERE id = :unit | a unit stays",
                "DELETE FROM billing_run WHERE id IN (SELECT run_id FROM bill WHERE unit_id = :unit) | a run stays where it was proposed",
                "UPDATE billing_run SET period = period + make_interval(months => 1)"
                        + " WHERE id IN (SELECT run_id FROM bill WHERE unit_id = :unit) | a run stays where it was proposed",
                "DELETE FROM charge_standard WHERE id IN (SELECT standard_id FROM bill WHERE unit_id = :unit)"
                        + " | a standard that bills were made of stays",
                "UPDATE charge_standard SET id = gen_random_uuid()"
                        + " WHERE id IN (SELECT standard_id FROM bill WHERE unit_id = :unit) | a standard that bills were made of stays",
            })
    void isRefused(String sql, String by) {
        assertThatThrownBy(() -> asked(sql))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(by);
    }

    @ParameterizedTest(name = "with {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gen_random_uuid(), period, run_id, area_id, standard_id | tg_bill_unit",
                ":other, period, gen_random_uuid(), area_id, standard_id | tg_bill_run",
                ":other, period, run_id, gen_random_uuid(), standard_id | tg_bill_run",
                ":other, period + make_interval(months => 1), run_id, area_id, standard_id | tg_bill_run",
                ":other, period, run_id, area_id, gen_random_uuid() | tg_bill_standard",
            })
    void aBillOfWhatIsNotThereIsRefused(String what, String by) {
        assertThatThrownBy(() -> asked(made(what)))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining(by);
    }

    @Test
    void aBillOfWhatIsThereIsNot() {
        assertThat(asked(made(":other, period, run_id, area_id, standard_id"))).isEqualTo(1);
    }

    private static String made(String what) {
        return "INSERT INTO bill (unit_id, period, run_id, area_id, standard_id, floor_area, rate, amount)"
                + " SELECT w.*, b.floor_area, b.rate, b.amount FROM bill b, LATERAL (SELECT " + what + ") w"
                + " WHERE b.unit_id = :unit";
    }

    @Test
    void aStandardThatNoBillWasMadeOfCanGo() {
        ChargeStandardId unused = aStandard.ofCity(UnitUse.PARKING, false, "0.10", month.plusMonths(1));
        entities.flush();

        assertThat(jdbc.sql("DELETE FROM charge_standard WHERE id = :id")
                        .param("id", unused.value())
                        .update())
                .isEqualTo(1);
    }
}
