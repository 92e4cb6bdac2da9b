package org.maintenancefund.enterprise.domain;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.account.SharedPerson;

/** What the directory writes freely, cut to what is kept of it. */
final class SharedText {

    private static final int LONGEST_DISTRICT = 100;

    private SharedText() {}

    /** The district in the directory's words: its name, else its code, else nothing. */
    static String district(SharedPerson person) {
        String name = written(person.districtName());
        String written = name.isEmpty() ? written(person.districtCode()) : name;
        int end = Math.min(written.codePointCount(0, written.length()), LONGEST_DISTRICT);
        return written.substring(0, written.offsetByCodePoints(0, end));
    }

    private static String written(@Nullable String value) {
        return value == null ? "" : value.strip().replace("\u0000", "");
    }
}
