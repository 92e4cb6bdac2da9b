package org.maintenancefund.disclosure.reminder;

import java.util.regex.Pattern;

/** 催缴编号 of a batch: the day it was made and a running number of that day ({@code CJ20261205-0001}). Never given again. */
public record ReminderNumber(String value) {

    /** What running numbers begin with; no kind of application has it. */
    static final String PREFIX = "CJ";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{8}-[0-9]{4,6}");

    public ReminderNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of a batch of reminders");
        }
    }

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static ReminderNumber of(String text) {
        return new ReminderNumber(text);
    }

    /** What stands on the paper of one unit: CJ20261205-0001-0003. */
    public String of(int place) {
        return value + "-%04d".formatted(place);
    }

    @Override
    public String toString() {
        return value;
    }
}
