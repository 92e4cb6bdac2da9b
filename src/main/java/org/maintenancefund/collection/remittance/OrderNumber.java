package org.maintenancefund.collection.remittance;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.regex.Pattern;

/** 通知书编号: the day it was issued and a running number of that day ({@code ZL20261205-0001}). Never given again. */
@Embeddable
public record OrderNumber(String value) implements Serializable, Comparable<OrderNumber> {

    /** What running numbers begin with. */
    static final String PREFIX = "ZL";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{8}-[0-9]{4,6}");

    public OrderNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of an order");
        }
    }

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static OrderNumber of(String text) {
        return new OrderNumber(text);
    }

    @Override
    public int compareTo(OrderNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
