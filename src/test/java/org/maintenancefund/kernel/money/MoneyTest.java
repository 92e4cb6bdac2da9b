package org.maintenancefund.kernel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;

/** Amounts are read to the fen or not at all. */
class MoneyTest {

    private static final String LARGEST = "999,999,999,999.99";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "22.40 | 2240",
                "22.4 | 2240",
                "22 | 2200",
                "22. | 2200",
                ".5 | 50",
                "0 | 0",
                "0.00 | 0",
                "-0 | 0",
                "0.01 | 1",
                "007.50 | 750",
                "+5 | 500",
                "1234.56 | 123456",
                "1,234.56 | 123456",
                "12,345,678.90 | 1234567890",
                "１，２３４．５６ | 123456",
                "'　1 234.56 ' | 123456",
                "1\u00a0234.56 | 123456",
                "22。40 | 2240",
                "\u202d22.40\u202c | 2240",
                "999999999999.99 | 99999999999999",
                "0000000000000000000000000001 | 100",
            })
    void anAmountIsReadHoweverItIsWritten(String typed, long fen) {
        assertThat(Money.parse(typed)).isEqualTo(Checked.ok(new Money(fen)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "　", "\u200b"})
    void nothingTypedIsAskedFor(String typed) {
        assertThat(refusal(Money.parse(typed))).isEqualTo("请填写金额");
    }

    @Test
    void nothingSentIsAskedFor() {
        assertThat(refusal(Money.parse(null))).isEqualTo("请填写金额");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.345", "12.340", "0.001", "1,234.567", "１２．３４５", "12.34567890123456789012"})
    void moreThanTwoDecimalsAreRefusedAndNotRounded(String typed) {
        assertThat(refusal(Money.parse(typed))).isEqualTo("最多 2 位小数");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23", "12,50", "1,2345", "1,0000", "1234,567", "1,,234", ",123", "1,234,", "0,123"})
    void commasStandAfterThreeDigits(String typed) {
        assertThat(refusal(Money.parse(typed))).isEqualTo("逗号应从小数点往左每三位一个；小数点请用“.”，例如 1,234.50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "二十",
                "22.40元",
                "¥22.40",
                "1.234,56",
                "1.2.3",
                "1e3",
                "0x10",
                "5-",
                "--5",
                "+-5",
                "-",
                ".",
                ",",
                "NaN",
                "(5)",
                "22²",
                "①",
                "½",
                "٢٢"
            })
    void whatIsNoNumberIsToldHowToWriteOne(String typed) {
        assertThat(refusal(Money.parse(typed))).isEqualTo("请只填写数字，例如 1,234.56，不写单位和符号");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1000000000000", "1,000,000,000,000.00", "99999999999999999999", "9223372036854775807"})
    void whatIsTooLargeIsToldTheBound(String typed) {
        assertThat(refusal(Money.parse(typed))).isEqualTo("数字太大，最多 " + LARGEST);
    }

    @Test
    void endlessInputIsOnlyTooLarge() {
        assertThat(Money.parse("9".repeat(10_000)).reason()).isEqualTo(Reason.of("kernel.decimal.too-large", LARGEST));
        assertThat(Money.parse("1" + ",000".repeat(10_000)).reason())
                .isEqualTo(Reason.of("kernel.decimal.too-large", LARGEST));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5", "−0.01", "－5", "—5"})
    void lessThanNothingIsReadOnlyWhereItMayBe(String typed) {
        assertThat(refusal(Money.parse(typed))).isEqualTo("不能是负数");
        assertThat(refusal(Money.parsePositive(typed))).isEqualTo("不能是负数");
        assertThat(Money.parseSigned(typed).value().isNegative()).isTrue();
    }

    @Test
    void nothingIsNoReceipt() {
        assertThat(refusal(Money.parsePositive("0.00"))).isEqualTo("应大于 0");
        assertThat(Money.parsePositive("0.01")).isEqualTo(Checked.ok(new Money(1)));
    }

    @Test
    void anAmountOfEitherSignKeepsIt() {
        assertThat(Money.parseSigned("-1,234.56")).isEqualTo(Checked.ok(new Money(-123_456)));
        assertThat(Money.parseSigned("＋4.09")).isEqualTo(Checked.ok(new Money(409)));
        assertThat(Money.parseSigned("0")).isEqualTo(Checked.ok(Money.ZERO));
        assertThat(Money.parseSigned("-1000000000000").reason())
                .isEqualTo(Reason.of("kernel.decimal.too-large", LARGEST));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0.00",
                "5 | 0.05",
                "-5 | -0.05",
                "2240 | 22.40",
                "99999 | 999.99",
                "100000 | 1,000.00",
                "123456 | 1,234.56",
                "-123456 | -1,234.56",
                "99999999999999 | 999,999,999,999.99",
                "9223372036854775807 | 92,233,720,368,547,758.07",
                "-9223372036854775808 | -92,233,720,368,547,758.08",
            })
    void anAmountIsShownToTheFen(long fen, String shown) {
        assertThat(new Money(fen)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 10, 99, 100, 100_000, -123_456, 99_999_999_999_999L})
    void whatIsShownAndWhatStandsInAnInputIsReadBack(long fen) {
        Money amount = new Money(fen);
        assertThat(Money.parseSigned(amount.toString()).value()).isEqualTo(amount);
        assertThat(Money.parseSigned(amount.decimal().toPlainString()).value()).isEqualTo(amount);
    }

    @Test
    void aSpreadsheetHasItInYuan() {
        assertThat(new Money(123_450).decimal()).isEqualTo(new BigDecimal("1234.50"));
    }

    @Test
    void amountsAreAddedAndTakenAway() {
        Money paid = new Money(5_000);
        Money billed = new Money(3_267);
        assertThat(paid.plus(billed)).isEqualTo(new Money(8_267));
        assertThat(paid.minus(billed)).isEqualTo(new Money(1_733));
        assertThat(billed.minus(paid)).isEqualTo(new Money(-1_733));
        assertThat(paid.negated()).isEqualTo(new Money(-5_000));
        assertThat(Money.sum(Stream.of(paid, billed, billed.negated()))).isEqualTo(paid);
        assertThat(Money.sum(Stream.of())).isEqualTo(Money.ZERO);
    }

    @Test
    void anAmountKnowsItsSignAndItsPlace() {
        Money less = new Money(-1);
        Money more = new Money(1);
        assertThat(List.of(less.isPositive(), Money.ZERO.isPositive(), more.isPositive()))
                .containsExactly(false, false, true);
        assertThat(List.of(less.isNegative(), Money.ZERO.isNegative(), more.isNegative()))
                .containsExactly(true, false, false);
        assertThat(List.of(less.isZero(), Money.ZERO.isZero(), more.isZero())).containsExactly(false, true, false);
        assertThat(Stream.of(more, less, Money.ZERO).sorted()).containsExactly(less, Money.ZERO, more);
    }

    @Test
    void aSumThatDoesNotFitFailsInsteadOfTurningAround() {
        Money largest = new Money(Long.MAX_VALUE);
        Money smallest = new Money(Long.MIN_VALUE);
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> largest.plus(new Money(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> smallest.minus(new Money(1)));
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(smallest::negated);
    }

    private static String refusal(Checked<Money> read) {
        return Messages.of(read.reason());
    }
}
