package org.maintenancefund.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;

/** Areas, rates, and what is charged of both. */
class RateTest {

    @ParameterizedTest
    @CsvSource({
        "89.58, 0.25, 22.40",
        "47.90, 0.25, 11.98",
        "130.66, 0.25, 32.67",
        "96.37, 0.25, 24.09",
        "96.37, 0.30, 28.91",
        "101.30, 0.15, 15.20",
        "350.00, 0.25, 87.50",
        // Half a fen is rounded up, a little less is not.
        "0.02, 0.25, 0.01",
        "0.01, 0.4999, 0.00",
        "0.01, 0.5, 0.01",
        "100.00, 0.125, 12.50",
        "999999.99, 99.9999, '99,999,899.00'",
    })
    void aUnitIsChargedForAMonthToTheFen(String area, String rate, String charge) {
        assertThat(rate(rate).monthlyCharge(area(area))).hasToString(charge);
    }

    @Test
    void aBuildingAtOnceWouldBeChargedOtherwise() {
        Rate rate = rate("0.25");
        Money billed = Money.sum(Stream.of("89.58", "47.90", "130.66", "96.37", "350.00", "89.58")
                .map(area -> rate.monthlyCharge(area(area))));
        assertThat(billed).hasToString("201.04");
        assertThat(rate.monthlyCharge(area("804.09"))).hasToString("201.02");
    }

    @Test
    void aPaperSaysHowAChargeCameAbout() {
        assertThat(rate("0.25").formula(area("89.58"))).isEqualTo("89.58 ㎡ × 0.25 元/㎡·月");
        assertThat(rate("0.1250").formula(area("1234.5"))).isEqualTo("1,234.50 ㎡ × 0.125 元/㎡·月");
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 2500, 0.25",
        "0.2500, 2500, 0.25",
        ".3, 3000, 0.30",
        "０．１２５, 1250, 0.125",
        "0.0001, 1, 0.0001",
        "1, 10000, 1.00",
        "99.9999, 999999, 99.9999"
    })
    void aRateIsReadAndShownWithTheDecimalsThatSaySomething(String typed, int tenThousandths, String shown) {
        Rate rate = Rate.parse(typed).value();
        assertThat(rate).isEqualTo(new Rate(tenThousandths)).hasToString(shown);
        assertThat(rate.decimal()).isEqualByComparingTo(new BigDecimal(shown));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 请填写收取标准",
        "0.00001, 最多 4 位小数",
        "0, 应大于 0",
        "-0.25, 不能是负数",
        "100, 数字太大，最多 99.9999",
        "0.25元, '请只填写数字，例如 1,234.56，不写单位和符号'",
    })
    void whatIsNoRateIsToldWhy(String typed, String sentence) {
        assertThat(Messages.of(Rate.parse(typed).reason())).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "89.58 | 8958 | 89.58",
                "101.3 | 10130 | 101.30",
                "８９．５８ | 8958 | 89.58",
                "1,234.5 | 123450 | 1,234.50",
                "0.01 | 1 | 0.01",
                "999,999.99 | 99999999 | 999,999.99"
            })
    void aFloorAreaIsReadAndShownWithTwoDecimals(String typed, long hundredths, String shown) {
        FloorArea area = FloorArea.parse(typed).value();
        assertThat(area).isEqualTo(new FloorArea(hundredths)).hasToString(shown);
        assertThat(FloorArea.parse(area.decimal().toPlainString())).isEqualTo(Checked.ok(area));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | 请填写建筑面积",
                "89.585 | 最多 2 位小数",
                "0 | 应大于 0",
                "-89.58 | 不能是负数",
                "1,000,000 | 数字太大，最多 999,999.99",
                "89.58㎡ | 请只填写数字，例如 1,234.56，不写单位和符号",
                "12,34 | 逗号应从小数点往左每三位一个；小数点请用“.”，例如 1,234.50",
            })
    void whatIsNoFloorAreaIsToldWhy(String typed, String sentence) {
        assertThat(Messages.of(FloorArea.parse(typed).reason())).isEqualTo(sentence);
    }

    @Test
    void ratesAreCompared() {
        assertThat(rate("0.375")).isGreaterThan(rate("0.25")).isEqualByComparingTo(rate("0.3750"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 1_000_000})
    void aRateOutOfBoundsCanNotExist(int tenThousandths) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rate(tenThousandths));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 100_000_000})
    void aFloorAreaOutOfBoundsCanNotExist(long hundredths) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FloorArea(hundredths));
    }

    private static FloorArea area(String typed) {
        return FloorArea.parse(typed).value();
    }

    private static Rate rate(String typed) {
        return Rate.parse(typed).value();
    }
}
