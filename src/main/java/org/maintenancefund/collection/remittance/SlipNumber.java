package org.maintenancefund.collection.remittance;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.regex.Pattern;

/** 缴存单号: the day it was made and a running number of that day ({@code JC20261205-0001}), which goes into the 附言 of the transfer. Never given again, nor to an application of that prefix. */
@Embeddable
public record SlipNumber(String value) implements Serializable, Comparable<SlipNumber> {

    /** What running numbers begin with. */
    static final String PREFIX = "JC";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{8}-[0-9]{4,6}");

    public SlipNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of a slip");
        }
    }

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static SlipNumber of(String text) {
        return new SlipNumber(text);
    }

    @Override
    public int compareTo(SlipNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
