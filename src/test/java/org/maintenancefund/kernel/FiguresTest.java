package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures are read, not deciphered. */
class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "100000.00 | 100,000",
                "108940.50 | 108,940.5",
                "0.00 | 0",
                "60.25 | 60.25",
                "999 | 999",
                "1000 | 1,000",
                "12345678.90 | 12,345,678.9",
            })
    void thousandsStandApartAndNoZeroSaysNothing(BigDecimal figure, String read) {
        assertThat(Figures.of(figure)).isEqualTo(read);
    }

    @Test
    void countsAreReadTheSame() {
        assertThat(Figures.of(1173)).isEqualTo("1,173");
        assertThat(Figures.of(1_000_000L)).isEqualTo("1,000,000");
    }

    @ParameterizedTest
    @CsvSource({"99005.00, 100000.00, 少 995 ㎡", "100000.25, 100000.00, 多 0.25 ㎡"})
    void aDifferenceSaysWhichWay(BigDecimal is, BigDecimal should, String read) {
        assertThat(Figures.difference(is, should, "㎡")).isEqualTo(read);
    }
}
