package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedMonthTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-06", "2026-6", "2026/06", "2026.6", "2026年6月", "202606", "２０２６－０６", "2026-06-01", "2026年6月1日"})
    void aMonthIsReadAsPeopleWriteIt(String typed) {
        assertThat(TypedMonth.parse(typed).value()).isEqualTo(YearMonth.of(2026, 6));
    }

    @Test
    void whatBeginsWithinAMonthIsRefusedAndNamed() {
        Checked<YearMonth> read = TypedMonth.parse("2026-06-15");

        assertThat(Messages.of(read.reason())).isEqualTo("只能从某个月的 1 日起，2026-06-15 不是 1 日");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13", "6", "六月", "2026-06-31", "99999999", "1-2026", "1066-01"})
    void whatIsNoMonthIsRefused(String typed) {
        assertThat(TypedMonth.parse(typed).reason().code()).isEqualTo("kernel.month.unreadable");
    }

    @Test
    void nothingTypedIsAskedFor() {
        assertThat(TypedMonth.parse("　").reason().code()).isEqualTo("kernel.month.required");
    }
}
