package org.maintenancefund.collection.receipt;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.regex.Pattern;

/** 收款编号: the day it was recorded and a running number of that day, of the whole city ({@code SK20261205-0001}). Never given again. */
@Embeddable
public record ReceiptNumber(String value) implements Serializable, Comparable<ReceiptNumber> {

    /** What running numbers begin with; no kind of application has it. */
    static final String PREFIX = "SK";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{8}-[0-9]{4,6}");

    public ReceiptNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of a receipt");
        }
    }

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static ReceiptNumber of(String text) {
        return new ReceiptNumber(text);
    }

    @Override
    public int compareTo(ReceiptNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
