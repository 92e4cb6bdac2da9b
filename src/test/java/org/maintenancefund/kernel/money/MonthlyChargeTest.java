package org.maintenancefund.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.test.Extent;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Java and PostgreSQL charge the same, charge by charge, over floor areas of 20.00 to 300.00 ㎡ and rates of 0.0500 to
 * 1.0000 元: each of the 28,001 areas at every 47th rate and at {@link #NAMED}, each of the 9,501 rates at every 997th
 * area. All 266 million pairs are compared, which takes some minutes, by:
 *
 * <pre>./mvnw -Pall test -Dtest=MonthlyChargeTest</pre>
 */
@IntegrationTest
class MonthlyChargeTest {

    private static final int LEAST_RATE = 500;
    private static final int MOST_RATE = 10_000;
    private static final long LEAST_AREA = 2_000;
    private static final long MOST_AREA = 30_000;

    /** What cities charge, and half as much again. */
    private static final int[] NAMED = {500, 1_000, 1_250, 1_500, 2_000, 2_250, 2_500, 3_000, 3_750, 4_500, 10_000};

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyAreaIsChargedTheSame() {
        rates().forEach(rate -> assertThat(ofAllAreas(rate))
                .as("all areas at %d", rate)
                .isEqualTo(areas().map(area -> charge(area, rate)).toArray()));
    }

    @Test
    void everyRateChargesTheSame() {
        areas().filter(area -> (area - LEAST_AREA) % 997 == 0)
                .forEach(area -> assertThat(atAllRates(area))
                        .as("all rates for %d", area)
                        .isEqualTo(
                                allRates().mapToLong(rate -> charge(area, rate)).toArray()));
    }

    @Test
    void theLargestUnitAtTheHighestRateFits() {
        assertThat(jdbc.sql("SELECT monthly_charge(99999999, 999999)")
                        .query(Long.class)
                        .single())
                .isEqualTo(charge(99_999_999, 999_999));
    }

    @Test
    void withoutAnAreaOrARateThereIsNoCharge() {
        assertThat(jdbc.sql("SELECT monthly_charge(NULL, 2500) IS NULL AND monthly_charge(8958, NULL) IS NULL")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aBillAndItsSumAreReadFromARow() {
        record Billed(FloorArea area, Rate rate, Money charge, Money total) {}
        String bills = "SELECT 8958::bigint AS area, 2500 AS rate, monthly_charge(8958, 2500) AS charge,"
                + " sum(monthly_charge(8958, 2500)) AS total FROM generate_series(1, 3)";
        assertThat(jdbc.sql(bills).query(new RecordRows<>(Billed.class)).single())
                .isEqualTo(new Billed(new FloorArea(8_958), new Rate(2_500), new Money(2_240), new Money(6_720)));
    }

    private long[] ofAllAreas(int rate) {
        return longs(jdbc.sql("SELECT array_agg(monthly_charge(area, :rate) ORDER BY area)"
                        + " FROM generate_series(:least, :most) AS area")
                .param("rate", rate)
                .param("least", LEAST_AREA)
                .param("most", MOST_AREA));
    }

    private long[] atAllRates(long area) {
        return longs(jdbc.sql("SELECT array_agg(monthly_charge(:area, rate) ORDER BY rate)"
                        + " FROM generate_series(:least, :most) AS rate")
                .param("area", area)
                .param("least", LEAST_RATE)
                .param("most", MOST_RATE));
    }

    private static long[] longs(JdbcClient.StatementSpec statement) {
        Long[] boxed = statement
                .query((row, number) -> (Long[]) row.getArray(1).getArray())
                .single();
        return Arrays.stream(boxed).mapToLong(Long::longValue).toArray();
    }

    private static long charge(long area, int rate) {
        return new Rate(rate).monthlyCharge(new FloorArea(area)).fen();
    }

    private static LongStream areas() {
        return LongStream.rangeClosed(LEAST_AREA, MOST_AREA);
    }

    private static IntStream allRates() {
        return IntStream.rangeClosed(LEAST_RATE, MOST_RATE);
    }

    private static IntStream rates() {
        return Extent.isAll()
                ? allRates()
                : IntStream.concat(allRates().filter(rate -> (rate - LEAST_RATE) % 47 == 0), IntStream.of(NAMED));
    }
}
