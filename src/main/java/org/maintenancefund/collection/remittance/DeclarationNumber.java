package org.maintenancefund.collection.remittance;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.regex.Pattern;

/** 申报编号: the day it was declared and a running number of that day ({@code JS20261205-0001}). Never given again. */
@Embeddable
public record DeclarationNumber(String value) implements Serializable, Comparable<DeclarationNumber> {

    /** What running numbers begin with. */
    static final String PREFIX = "JS";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{8}-[0-9]{4,6}");

    public DeclarationNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of a declaration");
        }
    }

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static DeclarationNumber of(String text) {
        return new DeclarationNumber(text);
    }

    @Override
    public int compareTo(DeclarationNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
