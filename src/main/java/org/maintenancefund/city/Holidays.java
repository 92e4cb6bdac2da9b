package org.maintenancefund.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Remembered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The public holidays of all years: of those that were put in (节假日), and of all others as the configuration says. Kept in
 * memory as {@link Settings} are.
 */
@Service
public class Holidays {

    private final List<HolidayYear> configured;
    private final JdbcClient jdbc;
    private final TransactionTemplate reading;
    private final Remembered<Known> remembered;

    /** The calendar, and the years of it that were put in. */
    private record Known(WorkingDayCalendar calendar, Set<Integer> putIn) {}

    Holidays(CityProperties city, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.configured = configuredBy(city);
        this.jdbc = jdbc;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.remembered = new Remembered<>(city.remembered(), this::known);
    }

    /** What pages count with. */
    public WorkingDayCalendar calendar() {
        return remembered().calendar();
    }

    /** Whether the year was put in, as far as pages know; else it is the configuration's. */
    boolean isPutIn(int year) {
        return remembered().putIn().contains(year);
    }

    private Known remembered() {
        return remembered.getOr(new Known(WorkingDayCalendar.of(configured), Set.of()));
    }

    /** The same as the database has it at this moment: for due dates that are kept. */
    public WorkingDayCalendar stored() {
        return known().calendar();
    }

    private Known known() {
        List<HolidayYear> here = putIn();
        return new Known(WorkingDayCalendar.of(inForce(here)), years(here));
    }

    /** What the calendar would be with that year put in. */
    public WorkingDayCalendar with(HolidayYear year) {
        List<HolidayYear> years = new ArrayList<>(putIn());
        years.removeIf(known -> known.year() == year.year());
        years.add(year);
        return WorkingDayCalendar.of(inForce(years));
    }

    /** What the calendar would be without the year as it was put in. */
    public WorkingDayCalendar without(int year) {
        return WorkingDayCalendar.of(
                inForce(putIn().stream().filter(known -> known.year() != year).toList()));
    }

    /** The years of which something is known, as the database and the configuration have them at this moment. */
    public List<HolidayYear> years() {
        return inForce(putIn());
    }

    /** What the configuration says of a year; empty where it says nothing. */
    public Optional<HolidayYear> configured(int year) {
        return configured.stream().filter(known -> known.year() == year).findFirst();
    }

    /** For whoever is about to change them: said once in the transaction, before or after the change. */
    public void readPastTheMemoryUntilTheEnd() {
        remembered.readPastUntilTheEnd();
    }

    /** What was put in for a year is all there is of it: the configuration's days of that year fall away. */
    private List<HolidayYear> inForce(List<HolidayYear> putIn) {
        Set<Integer> here = years(putIn);
        return Stream.concat(putIn.stream(), configured.stream().filter(year -> !here.contains(year.year())))
                .toList();
    }

    private static Set<Integer> years(List<HolidayYear> known) {
        return known.stream().map(HolidayYear::year).collect(Collectors.toSet());
    }

    /** A day that is worked is kept as a row without a name. */
    private record Row(int year, DateRange days, String name) {}

    private List<HolidayYear> putIn() {
        return Objects.requireNonNull(reading.execute(status -> {
            List<Integer> years = jdbc.sql("SELECT year FROM holiday_year ORDER BY year")
                    .query(Integer.class)
                    .list();
            Map<Integer, List<Row>> rows = jdbc
                    .sql("SELECT year, starts_on, ends_on, name FROM holiday"
                            + " UNION ALL SELECT year, day, day, '' FROM exchanged_workday ORDER BY starts_on")
                    .query((row, i) -> new Row(
                            row.getInt("year"),
                            DateRange.of(
                                    row.getObject("starts_on", LocalDate.class),
                                    row.getObject("ends_on", LocalDate.class)),
                            row.getString("name")))
                    .list()
                    .stream()
                    .collect(Collectors.groupingBy(Row::year));
            return years.stream()
                    .map(year -> year(year, rows.getOrDefault(year, List.of())))
                    .toList();
        }));
    }

    private static HolidayYear year(int year, List<Row> rows) {
        return new HolidayYear(
                year,
                rows.stream()
                        .filter(row -> !row.name().isEmpty())
                        .map(row -> new Holiday(row.days(), row.name()))
                        .toList(),
                rows.stream()
                        .filter(row -> row.name().isEmpty())
                        .map(row -> row.days().start())
                        .toList());
    }

    /** A range over the end of a year belongs to the later one, as in the announcements. */
    static List<HolidayYear> configuredBy(CityProperties city) {
        Set<Integer> years = new TreeSet<>();
        city.holidays().forEach(days -> years.add(days.end().getYear()));
        city.extraWorkdays().forEach(day -> years.add(day.getYear()));
        return years.stream()
                .map(year -> new HolidayYear(
                        year,
                        city.holidays().stream()
                                .filter(days -> days.end().getYear() == year)
                                .sorted(Comparator.comparing(DateRange::start))
                                .map(days -> new Holiday(days, Messages.of("city.holidays.unnamed")))
                                .toList(),
                        city.extraWorkdays().stream()
                                .filter(day -> day.getYear() == year)
                                .sorted()
                                .toList()))
                .toList();
    }
}
