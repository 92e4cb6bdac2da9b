package org.maintenancefund.collection.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.ledger.OpenPeriods;
import org.maintenancefund.ledger.Periods;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Which month of the books a payment lands in. */
@IntegrationTest
@Transactional
class ReceiptPeriodTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    ReceiptRegister receipts;

    @Autowired
    Periods periods;

    @Autowired
    JdbcClient jdbc;

    private CollectedArea area;
    private UnitId flat;

    @BeforeEach
    void anAreaWithABill() {
        area = CollectedArea.named("结账苑", world, context);
        flat = area.flat("101");
        area.bill(area.first());
    }

    /** As closing will leave it. */
    private void close(YearMonth month) {
        jdbc.sql("INSERT INTO accounting_period VALUES (:month, 'CLOSED', now())")
                .param("month", month.atDay(1))
                .update();
    }

    @Test
    void aPaymentOfAClosedMonthLandsInTheFirstOpenOneAndKeepsItsDay() {
        YearMonth closed = YearMonth.from(area.today());
        close(closed);

        ReceiptNumber number = area.receive(area.payment(flat, "30"));

        ReceiptView view = receipts.get(number, area.clerk()).receipt();
        assertThat(view.period()).isEqualTo(closed.plusMonths(1));
        assertThat(view.receivedOn()).isEqualTo(area.today());
    }

    @Test
    void aPaymentOfAnOpenMonthLandsInItsOwn() {
        close(YearMonth.from(area.today()).minusMonths(1));

        ReceiptNumber number = area.receive(area.payment(flat, "30"));

        assertThat(receipts.get(number, area.clerk()).receipt().period()).isEqualTo(YearMonth.from(area.today()));
    }

    @Test
    void monthsBeforeTheLastClosedOneAreClosedToo() {
        close(YearMonth.of(2031, 3));

        OpenPeriods open = periods.open();

        assertThat(open.landing(YearMonth.of(2031, 1).atDay(31))).isEqualTo(YearMonth.of(2031, 4));
        assertThat(open.landing(YearMonth.of(2031, 3).atEndOfMonth())).isEqualTo(YearMonth.of(2031, 4));
        assertThat(open.landing(YearMonth.of(2031, 4).atDay(1))).isEqualTo(YearMonth.of(2031, 4));
        assertThat(open.landing(YearMonth.of(2031, 9).atDay(9))).isEqualTo(YearMonth.of(2031, 9));
    }

    @Test
    void theDatabaseTakesNothingIntoAClosedMonth() {
        ReceiptNumber number = area.receive(area.payment(flat, "30"));
        close(YearMonth.from(area.today()));

        assertThatThrownBy(() -> jdbc.sql("INSERT INTO receipt SELECT made.* FROM receipt r, jsonb_populate_record(r,"
                                + " jsonb_build_object('id', gen_random_uuid(), 'number', 'SK20300101-9999')) made"
                                + " WHERE r.number = :number")
                        .param("number", number.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("closed month");
    }

    @Test
    void aClosedMonthIsNeverOpenedAgain() {
        close(YearMonth.of(2031, 3));

        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE accounting_period SET state = 'OPEN'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("stays closed");
    }
}
