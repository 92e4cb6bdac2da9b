package org.maintenancefund.collection.remittance;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.springframework.stereotype.Component;

/** 每月缴存日: by which day of the next month what was received in a month is handed over; nobody is late while the city has set none. */
@Component
@RequiredArgsConstructor
public class RemittanceDays {

    private final Settings settings;
    private final Clock clock;

    /** The day by which what was received on that day reaches the account; null while the city has set none. */
    public @Nullable LocalDate dueOn(LocalDate received) {
        return day().map(day -> YearMonth.from(received).plusMonths(1).atDay(day))
                .orElse(null);
    }

    /** What was received before that day is late today, if it has not reached the account; empty while the city has set none. */
    public Optional<LocalDate> lateBefore() {
        LocalDate today = today();
        return day().map(day -> YearMonth.from(today).minusMonths(today.getDayOfMonth() > day ? 0 : 1))
                .map(month -> month.atDay(1));
    }

    /** How long ago that day is, in days. */
    public long since(LocalDate day) {
        return today().toEpochDay() - day.toEpochDay();
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    private Optional<Integer> day() {
        return settings.find(Setting.REMITTANCE_DAY).map(Integer::parseInt);
    }
}
