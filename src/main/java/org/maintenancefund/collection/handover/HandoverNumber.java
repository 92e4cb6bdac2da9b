package org.maintenancefund.collection.handover;

import java.util.regex.Pattern;

/** 移交编号: the day it was opened and a running number of that day ({@code YJ20261205-0001}). Never given again. */
public record HandoverNumber(String value) {

    /** What running numbers begin with. */
    static final String PREFIX = "YJ";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{8}-[0-9]{4,6}");

    public HandoverNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of a hand-over");
        }
    }

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static HandoverNumber of(String text) {
        return new HandoverNumber(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
