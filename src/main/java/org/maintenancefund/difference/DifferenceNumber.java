package org.maintenancefund.difference;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.regex.Pattern;

/** 差异编号: {@code CY00000123}, running, with gaps. */
@Embeddable
public record DifferenceNumber(String value) implements Serializable {

    private static final Pattern FORM = Pattern.compile("CY[0-9]{8}");

    public DifferenceNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of a difference");
        }
    }

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static DifferenceNumber of(String text) {
        return new DifferenceNumber(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
