package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-06-01", "2026-6-1", "2026/06/01", "2026.6.1", "2026年6月1日", "２０２６－０６－０１", " 2026 - 06 - 01 "
            })
    void aDateIsReadHoweverItIsWritten(String typed) {
        assertThat(TypedDate.parse(typed)).isEqualTo(Checked.ok(LocalDate.of(2026, 6, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', kernel.date.required",
        "'　', kernel.date.required",
        "2026-06-31, kernel.date.unreadable",
        "2027-02-29, kernel.date.unreadable",
        "昨天, kernel.date.unreadable",
        "01-06-2026, kernel.date.unreadable",
        "0206-06-01, kernel.date.unlikely",
    })
    void whatIsNoDateIsRefusedWithTheReason(String typed, String reason) {
        assertThat(TypedDate.parse(typed).reason().code()).isEqualTo(reason);
    }

    @Test
    void endlessInputIsNoDate() {
        assertThat(TypedDate.parse("1".repeat(10_000)).reason().code()).isEqualTo("kernel.date.unreadable");
        assertThat(TypedDate.parse(null).reason().code()).isEqualTo("kernel.date.required");
    }
}
