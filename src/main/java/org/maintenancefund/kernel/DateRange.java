package org.maintenancefund.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Days from the first to the last, both included: a term of office, a contract, a holiday.
 *
 * @param end   last day, not before the first
 */
@Embeddable
public record DateRange(
        @Column(name = "starts_on") LocalDate start,
        @Column(name = "ends_on") LocalDate end) implements Serializable {

    public DateRange {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("a range of dates can't end before it starts");
        }
    }

    public static DateRange of(LocalDate start, LocalDate end) {
        return new DateRange(start, end);
    }

    /** The range, or the reason why the two dates make none. */
    public static Checked<DateRange> check(LocalDate start, LocalDate end) {
        return end.isBefore(start) ? Checked.refused("kernel.dates.order") : Checked.ok(new DateRange(start, end));
    }

    /**
     * Reads {@code 2026-10-01/2026-10-07} (ISO 8601) or a single day, as it stands in the configuration; throws
     * {@link IllegalArgumentException} or {@link java.time.format.DateTimeParseException} where it is neither.
     */
    public static DateRange from(String text) {
        String[] ends = text.strip().split("/", 2);
        LocalDate start = LocalDate.parse(ends[0].strip());
        return new DateRange(start, ends.length == 1 ? start : LocalDate.parse(ends[1].strip()));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    /** True where at least one day belongs to both. */
    public boolean overlaps(DateRange other) {
        return !start.isAfter(other.end) && !other.start.isAfter(end);
    }

    /** How many days it has, at least one. */
    public long days() {
        return ChronoUnit.DAYS.between(start, end) + 1;
    }

    @Override
    public String toString() {
        return start + "/" + end;
    }
}
