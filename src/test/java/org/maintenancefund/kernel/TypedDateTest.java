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
            strings = {
                "2026-06-01",
                "2026-6-1",
                "2026/06/01",
                "2026.6.1",
                "2026年6月1日",
                "2026年06月01号",
                "2026 年 6 月 1 日（星期一）",
                "2026年6月1",
                "２０２６－０６－０１",
                "２０２６年６月１日",
                " 2026 - 06 - 01 ",
                "2026 6 1",
                "20260601",
                "２０２６０６０１",
                "2026—6—1",
                "2026、6、1",
                "2026。6。1",
                "2026．6．1",
                "2026.06.01.",
                "2026-06-01 00:00:00",
                "2026/6/1 0:00",
                "2026-06-01T00:00",
                "二〇二六年六月一日",
                "二○二六年六月一日",
                "二零二六年六月一日",
                "\u202d2026-06-01\u202c",
                "2026\u200b-6-\ufeff1"
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
        "2026-13-40, kernel.date.unreadable",
        "+999999999-12-31, kernel.date.unreadable",
        "-2026-06-01, kernel.date.unreadable",
        "0000-06-01, kernel.date.unreadable",
        "2026-6, kernel.date.unreadable",
        "26-6-1, kernel.date.unreadable",
        "1/6/2026, kernel.date.unreadable",
        "2026年6-1, kernel.date.unreadable",
        "202661, kernel.date.unreadable",
        "2026061, kernel.date.unreadable",
        "20261301, kernel.date.unreadable",
        "二〇二六年十三月一日, kernel.date.unreadable",
        "二〇二六年六月三十一日, kernel.date.unreadable",
        "二〇二六年十十月一日, kernel.date.unreadable",
        "46174, kernel.date.unreadable",
        "2026-06-01 12:30, kernel.date.unreadable",
        "1900-01-01, kernel.date.unlikely",
        "01-06-2026, kernel.date.unreadable",
        "0206-06-01, kernel.date.unlikely",
    })
    void whatIsNoDateIsRefusedWithTheReason(String typed, String reason) {
        assertThat(TypedDate.parse(typed).reason().code()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "二〇二六年十月十日, 2026-10-10",
        "二〇二六年十二月二十日, 2026-12-20",
        "二〇二六年十一月二十九日, 2026-11-29",
        "一九九九年一月三十一日, 1999-01-31",
    })
    void numeralsAreReadToo(String typed, LocalDate date) {
        assertThat(TypedDate.parse(typed)).isEqualTo(Checked.ok(date));
    }

    @Test
    void aFilterMayBeginInAnyYear() {
        assertThat(TypedDate.ofAnyYear("1900-01-01")).isEqualTo(Checked.ok(LocalDate.of(1900, 1, 1)));
        assertThat(TypedDate.ofAnyYear("9999年12月31日")).isEqualTo(Checked.ok(LocalDate.of(9999, 12, 31)));
    }

    @Test
    void endlessInputIsNoDate() {
        assertThat(TypedDate.parse("1".repeat(10_000)).reason().code()).isEqualTo("kernel.date.unreadable");
        assertThat(TypedDate.parse(null).reason().code()).isEqualTo("kernel.date.required");
    }
}
