package org.maintenancefund.area.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The way back to the 物业区域问题反馈 that a change of areas was asked for by, so that its person gets an answer. */
final class FromReport {

    private static final Pattern NUMBER = Pattern.compile("FK\\d{8}-\\d{4,6}");

    private FromReport() {}

    /** The number that an address brings along; null for what is none. */
    static @Nullable String number(@Nullable String typed) {
        return typed != null && NUMBER.matcher(typed).matches() ? typed : null;
    }

    /** Where to go on after the change: to the answer, with the area filled in, or to the area itself. */
    static String next(@Nullable String report, String code, String area) {
        return report == null ? area : "/area-reports/" + report + "?result=" + code;
    }
}
