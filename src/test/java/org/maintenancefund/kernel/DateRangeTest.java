package org.maintenancefund.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateRangeTest {

    private static final DateRange HOLIDAY = DateRange.from("2026-10-01/2026-10-07");

    @Test
    void bothEndsBelongToIt() {
        assertThat(HOLIDAY.contains(LocalDate.of(2026, 10, 1))).isTrue();
        assertThat(HOLIDAY.contains(LocalDate.of(2026, 10, 7))).isTrue();
        assertThat(HOLIDAY.contains(LocalDate.of(2026, 9, 30))).isFalse();
        assertThat(HOLIDAY.contains(LocalDate.of(2026, 10, 8))).isFalse();
        assertThat(HOLIDAY.days()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-07/2026-10-09, true",
        "2026-09-01/2026-10-01, true",
        "2026-10-03/2026-10-04, true",
        "2026-09-01/2026-12-01, true",
        "2026-10-08/2026-10-09, false",
        "2026-09-29/2026-09-30, false",
    })
    void oneCommonDayIsAnOverlap(String other, boolean overlaps) {
        assertThat(HOLIDAY.overlaps(DateRange.from(other))).isEqualTo(overlaps);
        assertThat(DateRange.from(other).overlaps(HOLIDAY)).isEqualTo(overlaps);
    }

    @Test
    void aSingleDayIsARange() {
        assertThat(DateRange.from("2026-01-04").days()).isEqualTo(1);
    }

    @Test
    void aRangeDoesNotEndBeforeItStarts() {
        LocalDate day = LocalDate.of(2026, 10, 1);
        assertThat(DateRange.check(day, day.minusDays(1)).reason()).isEqualTo(Reason.of("kernel.dates.order"));
        assertThat(DateRange.check(day, day)).isEqualTo(Checked.ok(DateRange.of(day, day)));
        assertThatIllegalArgumentException().isThrownBy(() -> DateRange.of(day, day.minusDays(1)));
    }
}
