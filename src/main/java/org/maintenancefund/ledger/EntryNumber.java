package org.maintenancefund.ledger;

import java.io.Serializable;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** 分录编号: the month of the books and a running number of that month ({@code FL202612-000123}), without gaps. */
public record EntryNumber(String value) implements Serializable, Comparable<EntryNumber> {

    private static final Pattern FORM = Pattern.compile("FL[0-9]{6}-[0-9]{6,9}");

    public EntryNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of an entry");
        }
    }

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static EntryNumber of(String text) {
        return new EntryNumber(text);
    }

    static EntryNumber of(YearMonth period, int running) {
        return new EntryNumber("FL%d%02d-%06d".formatted(period.getYear(), period.getMonthValue(), running));
    }

    @Override
    public int compareTo(EntryNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
