package org.maintenancefund.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.io.ClassPathResource;

/** Counts with the holidays that come with the application. */
class WorkingDaysTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final WorkingDays days = KnownHolidays.workingDays(delivered(), Clock.system(SHANGHAI));

    @ParameterizedTest(name = "{1} working days from {0} are over on {2}")
    @CsvSource({
        // A Monday in an ordinary week; whatever the hour.
        "2026-11-23T00:00:00, 1, 2026-11-24",
        "2026-11-23T23:59:59, 1, 2026-11-24",
        "2026-11-23T09:00:00, 5, 2026-11-30",
        // Friday and the weekend begin to count on Monday.
        "2026-11-27T17:00:00, 1, 2026-11-30",
        "2026-11-28T12:00:00, 1, 2026-11-30",
        "2026-11-29T12:00:00, 5, 2026-12-04",
        // National Day: 30 September, then 8, 9 and the Saturday 10 October that is worked in exchange.
        "2026-09-29T09:00:00, 5, 2026-10-12",
        "2026-09-30T09:00:00, 1, 2026-10-08",
        "2026-09-30T09:00:00, 3, 2026-10-10",
        // New Year: Sunday 4 January is worked.
        "2026-01-02T09:00:00, 1, 2026-01-04",
        // Over the end of the year.
        "2026-12-31T09:00:00, 1, 2027-01-04",
    })
    void aDueDateSkipsWeekendsAndHolidaysAndCountsExchangedDays(LocalDateTime from, int count, LocalDate due) {
        Instant submitted = from.atZone(SHANGHAI).toInstant();
        assertThat(days.due(submitted, count)).isEqualTo(due);
        assertThat(days.between(submitted, due.atStartOfDay(SHANGHAI).toInstant()))
                .isEqualTo(count);
    }

    @Test
    void theDayIsTheCitysAndNotGreenwichs() {
        // 17:00 UTC on Sunday is Monday in Shanghai.
        assertThat(days.due(Instant.parse("2026-11-22T17:00:00Z"), 1)).isEqualTo(LocalDate.of(2026, 11, 24));
    }

    @Test
    void nothingHasWaitedOnTheSameDayNorBefore() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        assertThat(days.between(monday, monday)).isZero();
        assertThat(days.between(monday, monday.minusDays(10))).isZero();
        assertThat(days.between(monday, monday.plusDays(1))).isEqualTo(1);
    }

    @Test
    void aDueDateWithoutADayMakesNoSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> days.due(Instant.EPOCH, 0));
    }

    private static CityProperties delivered() {
        try {
            MutablePropertySources sources = new MutablePropertySources();
            new PropertiesPropertySourceLoader()
                    .load("application", new ClassPathResource("application.properties"))
                    .forEach(sources::addLast);
            return new Binder(ConfigurationPropertySources.from(sources))
                    .bind("app.city", CityProperties.class)
                    .get();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
