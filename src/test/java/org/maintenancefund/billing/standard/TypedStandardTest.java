package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Rate;

/** Rates and months of standards as people type them. */
class TypedStandardTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({"0.25, 2500", "０．２５, 2500", "0.1234, 1234", ".3, 3000", "5, 50000", "10, 100000", "10.0000, 100000"})
    void aRateIsReadInYuan(String typed, int tenThousandths) {
        assertThat(TypedStandard.rate(typed).value()).isEqualTo(new Rate(tenThousandths));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'', 请填写收取标准",
        "25, 每平方米每月 25 元？是否把分当成了元。收取标准最高 10 元/㎡·月",
        "10.0001, 每平方米每月 10.0001 元？是否把分当成了元。收取标准最高 10 元/㎡·月",
        "250, 收取标准最高 10 元/㎡·月",
        "0, 应大于 0",
        "-0.25, 不能是负数",
        "0.12345, 最多 4 位小数",
        "两角五分, '请只填写数字，例如 1,234.56，不写单位和符号'",
    })
    void whatIsNoRateIsTold(String typed, String told) {
        assertThat(Messages.of(TypedStandard.rate(typed).reason())).isEqualTo(told);
    }

    @Test
    void moreThanFiveYuanIsAskedAbout() {
        assertThat(TypedStandard.doubt(new Rate(50_000))).isEmpty();
        assertThat(Messages.of(TypedStandard.doubt(new Rate(50_001)).orElseThrow()))
                .isEqualTo("每平方米每月 5.0001 元？是否把分当成了元");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026-12", "2026-12-01", "2026年12月", "202612", "２０２６／１２"})
    void aMonthIsReadAsItIsWritten(String typed) {
        assertThat(TypedStandard.month(typed).value()).isEqualTo(YearMonth.of(2026, 12));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-12-16, '收取标准从某月 1 日起，可填 2026-12 或 2027-01'",
        "2026年2月2日, '收取标准从某月 1 日起，可填 2026-02 或 2026-03'",
        "2026-13, '月份填写有误，请按“年-月”填写，例如 2026-06'",
        "'', 请填写月份",
    })
    void whatBeginsWithinAMonthIsRefusedWithTheMonthsThatMayBeMeant(String typed, String told) {
        Checked<YearMonth> month = TypedStandard.month(typed);

        assertThat(Messages.of(month.reason())).isEqualTo(told);
    }
}
