package org.maintenancefund.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.kernel.DateRange;

/** What is said of a due date on a day, and when it may still move. */
class DueDateTest {

    private final WorkingDays calendar = KnownHolidays.workingDays(
            new CityProperties(
                    "市",
                    List.of(DateRange.from("2026-10-01/2026-10-07"), DateRange.from("2027-01-01/2027-01-03")),
                    Set.of(LocalDate.of(2026, 10, 10)),
                    Duration.ofSeconds(20)),
            Clock.systemUTC());

    @ParameterizedTest(name = "due on {0}, seen on {1}: {2}")
    @CsvSource({
        "2026-11-27, 2026-11-26, 还剩 1 个工作日, true",
        "2026-11-27, 2026-11-27, 今天到期, true",
        // Due on a Friday and seen at the weekend: over, though no working day has passed.
        "2026-11-27, 2026-11-28, 昨天到期, true",
        "2026-11-27, 2026-11-29, 已超期, true",
        "2026-11-27, 2026-11-30, 已超期 1 个工作日, true",
        "2026-12-02, 2026-11-28, 还剩 3 个工作日, false",
        // In the middle of the holidays.
        "2026-09-30, 2026-10-05, 已超期, true",
        "2026-09-30, 2026-10-10, 已超期 3 个工作日, true",
        "2026-10-08, 2026-10-01, 还剩 1 个工作日, true",
    })
    void itIsOverFromTheDayAfter(LocalDate due, LocalDate today, String words, boolean urgent) {
        DueDate seen = DueDate.of(due, today, calendar);

        assertThat(seen.words()).isEqualTo(words);
        assertThat(seen.isUrgent()).isEqualTo(urgent);
        assertThat(seen.isOver()).isEqualTo(due.isBefore(today));
    }

    @Test
    void aYearOfWhichOnlyTheFirstDaysAreKnownIsNotListed() {
        assertThat(calendar.isListed(2026)).isTrue();
        assertThat(calendar.isListed(2027)).isFalse();
        assertThat(calendar.isListed(2028)).isFalse();
        assertThat(DueDate.of(LocalDate.of(2027, 1, 6), LocalDate.of(2026, 12, 30), calendar)
                        .listed())
                .isFalse();
    }

    /** As in 2018: from 30 December on it was holidays. */
    @ParameterizedTest
    @CsvSource({"2026-12-29, 2026-12-29", "2026-12-30, 2026-12-30（节假日公布后可能变动）", "2026-12-31, 2026-12-31（节假日公布后可能变动）"})
    void theLastDaysOfAYearRestOnTheNextYearsHolidays(LocalDate due, String words) {
        assertThat(calendar.dueWords(due)).isEqualTo(words);
        assertThat(DueDate.of(due, due, calendar).listed()).isEqualTo(words.equals(due.toString()));
    }
}
