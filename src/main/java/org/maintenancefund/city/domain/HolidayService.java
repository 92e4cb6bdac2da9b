package org.maintenancefund.city.domain;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.CalendarParticipant;
import org.maintenancefund.city.HolidayYear;
import org.maintenancefund.city.Holidays;
import org.maintenancefund.city.WorkingDayCalendar;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.lock.AdvisoryLocks;
import org.maintenancefund.lock.AdvisoryLocks.Purpose;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 节假日: the holidays of each year, put in by the administrator. What was due under the old ones moves with them, at once. */
@Service
@Transactional
@RequiredArgsConstructor
public class HolidayService {

    private final Holidays holidays;
    private final ObjectProvider<CalendarParticipant> participants;
    private final JdbcClient jdbc;
    private final AdvisoryLocks locks;
    private final AuditTrail audit;
    private final Clock clock;

    /**
     * A year as its administrator sees it.
     *
     * @param days      its holidays, from wherever they come; none where nobody knows them
     * @param changedAt null where it was not put in here
     * @param version   0 where it was not put in here
     */
    public record Known(
            HolidayYear days,
            @Nullable Instant changedAt,
            @Nullable String changedBy,
            int version) {

        public int year() {
            return days.year();
        }

        /** Whether it was put in here; else it is the configuration's. */
        public boolean own() {
            return version > 0;
        }

        public boolean complete() {
            return days.isComplete();
        }
    }

    /** Every year of which something is known, this one and the next, the latest first. */
    @Transactional(readOnly = true)
    public List<Known> all() {
        int thisYear = LocalDate.now(clock).getYear();
        Map<Integer, HolidayYear> days =
                holidays.years().stream().collect(Collectors.toMap(HolidayYear::year, Function.identity()));
        Map<Integer, Known> own = jdbc
                .sql("SELECT year, version, changed_at, changed_by FROM holiday_year")
                .query((row, i) -> new Known(
                        days.getOrDefault(row.getInt("year"), empty(row.getInt("year"))),
                        row.getTimestamp("changed_at").toInstant(),
                        row.getString("changed_by"),
                        row.getInt("version")))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::year, Function.identity()));
        return Stream.concat(Stream.of(thisYear, thisYear + 1), days.keySet().stream())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(year -> own.getOrDefault(year, new Known(days.getOrDefault(year, empty(year)), null, null, 0)))
                .toList();
    }

    /** One of them; {@link NotFound} for any other year. */
    @Transactional(readOnly = true)
    public Known get(int year) {
        return all().stream()
                .filter(known -> known.year() == year)
                .findFirst()
                .orElseThrow(() -> new NotFound("holidays of " + year));
    }

    /** What the configuration says of it; empty where it says nothing. */
    public Optional<HolidayYear> configured(int year) {
        return holidays.configured(year);
    }

    /** How many open applications would be due on another day with the year as it is to be. */
    @Transactional(readOnly = true)
    public int moving(HolidayYear year) {
        return moving(holidays.with(year));
    }

    /** How many would be with the year as the configuration has it. */
    @Transactional(readOnly = true)
    public int movingWithout(int year) {
        return moving(holidays.without(year));
    }

    private int moving(WorkingDayCalendar calendar) {
        return participants
                .orderedStream()
                .mapToInt(participant -> participant.moving(calendar))
                .sum();
    }

    /**
     * Puts a year in, in the place of what was there of it, and moves what is due. Answers how many due dates moved.
     *
     * @param seen the version that was changed, 0 where it was the configuration's
     * @throws StaleVersion where somebody else was quicker
     */
    public int save(HolidayYear year, int seen, CurrentUser by) {
        Known before = lock(year.year(), seen);
        if (before.own() && before.days().equals(year)) {
            return 0;
        }
        jdbc.sql("INSERT INTO holiday_year (year, version, changed_at, changed_by) VALUES (:year, 1, :now, :by)"
                        + " ON CONFLICT ON CONSTRAINT pk_holiday_year DO UPDATE"
                        + " SET version = holiday_year.version + 1, changed_at = :now, changed_by = :by")
                .param("year", year.year())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by.personName())
                .update();
        for (String table : List.of("holiday", "exchanged_workday")) {
            jdbc.sql("DELETE FROM " + table + " WHERE year = :year")
                    .param("year", year.year())
                    .update();
        }
        year.holidays()
                .forEach(holiday -> jdbc.sql("INSERT INTO holiday (year, starts_on, ends_on, name)"
                                + " VALUES (:year, :start, :end, :name)")
                        .param("year", year.year())
                        .param("start", Date.valueOf(holiday.days().start()))
                        .param("end", Date.valueOf(holiday.days().end()))
                        .param("name", holiday.name())
                        .update());
        year.workdays()
                .forEach(day -> jdbc.sql("INSERT INTO exchanged_workday (year, day) VALUES (:year, :day)")
                        .param("year", year.year())
                        .param("day", Date.valueOf(day))
                        .update());
        return moved("HOLIDAYS_CHANGED", before.days(), year);
    }

    /**
     * 恢复默认值: the year as the configuration has it; answers how many due dates moved.
     *
     * @throws StaleVersion where somebody else was quicker
     */
    public int restore(int year, int seen) {
        Known before = lock(year, seen);
        int removed = jdbc.sql("DELETE FROM holiday_year WHERE year = :year")
                .param("year", year)
                .update();
        if (removed == 0) {
            throw new StaleVersion(year);
        }
        return moved("HOLIDAYS_RESTORED", before.days(), configured(year).orElse(empty(year)));
    }

    /** Nobody submits or decides meanwhile: each due date is of the one calendar or of the other. */
    private Known lock(int year, int seen) {
        locks.lock(Purpose.AREAS);
        holidays.readPastTheMemoryUntilTheEnd();
        Known known = get(year);
        if (known.version() != seen) {
            throw new StaleVersion(year);
        }
        return known;
    }

    private int moved(String action, HolidayYear before, HolidayYear now) {
        WorkingDayCalendar calendar = holidays.stored();
        int moved = participants
                .orderedStream()
                .mapToInt(participant -> participant.move(calendar))
                .sum();
        audit.record(AuditEvent.of(action)
                .on("holidays", now.year(), Integer.toString(now.year()))
                .change("holidays", HolidayNotice.holidays(before), HolidayNotice.holidays(now))
                .change("exchangedWorkdays", HolidayNotice.workdays(before), HolidayNotice.workdays(now))
                .change("movedDueDates", null, moved == 0 ? null : moved));
        return moved;
    }

    private static HolidayYear empty(int year) {
        return new HolidayYear(year, List.of(), List.of());
    }
}
