package org.maintenancefund.account;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;

/** User names: unique over everything, case-insensitive, kept in lower case, never reused. */
public final class Username {

    /** Longest user name; the database allows as much. */
    public static final int MAX = 40;

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private Username() {}

    /** As it is kept: half width, lower case, without spaces. */
    public static String normalise(@Nullable String typed) {
        return ChineseText.code(typed).toLowerCase(Locale.ROOT);
    }

    /** Reads a user name that is to be given to somebody. */
    public static Checked<String> parse(@Nullable String typed) {
        String name = normalise(typed);
        if (name.isEmpty()) {
            return Checked.refused("account.username.missing");
        }
        return FORM.matcher(name).matches() ? Checked.ok(name) : Checked.refused("account.username.form");
    }
}
