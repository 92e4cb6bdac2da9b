package org.maintenancefund.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What the database itself keeps from happening to a month that is closed, whoever asks for it. */
@IntegrationTest
@Transactional
class ClosingGuardsTest {

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    ClosingService service;

    @Autowired
    InvariantService invariants;

    @Autowired
    JdbcClient jdbc;

    private AClosing city;

    @BeforeEach
    void aMonth() {
        city = AClosing.of("把关苑", world, context);
    }

    private void closed() {
        city.checked();
        city.signed();
        service.confirm(city.month(), city.signer());
    }

    private int run(String sql) {
        return jdbc.sql(sql.replace(":month", "DATE '" + city.month().atDay(1) + "'"))
                .update();
    }

    private void refused(String message, String sql) {
        jdbc.sql("SAVEPOINT before").update();
        assertThatThrownBy(() -> run(sql)).as(sql).rootCause().hasMessageContaining(message);
        jdbc.sql("ROLLBACK TO SAVEPOINT before").update();
    }

    /** As somebody who owns the tables could. */
    private void tamper(String sql) {
        run("ALTER TABLE closing_unit DISABLE TRIGGER USER");
        run("ALTER TABLE closing_area DISABLE TRIGGER USER");
        assertThat(run(sql)).isPositive();
        run("ALTER TABLE closing_unit ENABLE TRIGGER USER");
        run("ALTER TABLE closing_area ENABLE TRIGGER USER");
    }

    @Test
    void aClosedMonthsSnapshotStays() {
        closed();

        refused("never changed", "UPDATE closing_unit SET balance = balance + 1");
        refused("closed month stays", "DELETE FROM closing_unit WHERE month = :month");
        refused("closed month stays", "DELETE FROM closing_area WHERE month = :month");
        refused(
                "closed month stays",
                "INSERT INTO closing_unit VALUES (:month, gen_random_uuid(), gen_random_uuid(), 0, 0, 0, 0, 0)");
        refused("stays", "UPDATE period_closing SET sha256 = repeat('0', 64) WHERE state = 'CONFIRMED'");
        refused("stays", "DELETE FROM period_closing WHERE state = 'CONFIRMED'");
        refused("what was signed stays", "UPDATE reconciliation SET note = '改'");
    }

    @Test
    void noMonthIsClosedThatNobodyConfirmed() {
        city.checked();

        refused("nobody has confirmed", "UPDATE accounting_period SET state = 'CLOSED' WHERE month = :month");
        refused(
                "not signed",
                "UPDATE period_closing SET state = 'CONFIRMED', ended_at = now(), ended_by = gen_random_uuid(),"
                        + " ended_by_name = '某人' WHERE month = :month");
        refused("READY stays", "UPDATE period_closing SET state = 'CHECKING' WHERE month = :month");
    }

    @Test
    void nobodySignsOrConfirmsAloneInTheDatabaseEither() {
        city.checked();
        city.signed();

        refused(
                "ck_period_closing_two_people",
                "UPDATE period_closing SET state = 'CONFIRMED', ended_at = now(), ended_by = begun_by,"
                        + " ended_by_name = begun_by_name WHERE month = :month");
    }

    @Test
    void aChangedRowOfTheSnapshotIsFound() {
        closed();
        tamper(
                "UPDATE closing_unit SET balance = balance + 100, open = open - 100 WHERE month = :month AND balance > 0");

        assertThat(invariants.violations())
                .extracting(broken -> broken.invariant().name())
                .containsExactly("snapshot-hash");
    }

    @Test
    void aChangedAreaIsFoundByTheCitysHash() {
        closed();
        tamper("UPDATE closing_area SET billed = billed + 1 WHERE month = :month");

        assertThat(invariants.violations())
                .extracting(broken -> broken.invariant().name())
                .containsExactlyInAnyOrder("snapshot-hash", "snapshot-city-hash");
    }
}
