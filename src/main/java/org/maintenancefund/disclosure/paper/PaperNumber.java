package org.maintenancefund.disclosure.paper;

import java.util.Locale;
import java.util.regex.Pattern;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;

/** 证明编号: the day it was given out and a running number of that day ({@code ZM20261205-0001}). Never given again. */
public record PaperNumber(String value) {

    /** What running numbers begin with; no kind of application has it. */
    static final String PREFIX = "ZM";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9]{8}-[0-9]{4,6}");

    public PaperNumber {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a number of a paper");
        }
    }

    /** Reads a number from an address; throws {@link IllegalArgumentException} where it is none. */
    public static PaperNumber of(String text) {
        return new PaperNumber(text);
    }

    /** The same as somebody types it from a paper. */
    public static Checked<PaperNumber> parse(String typed) {
        String number = ChineseText.code(typed).toUpperCase(Locale.ROOT);
        return FORM.matcher(number).matches()
                ? Checked.ok(new PaperNumber(number))
                : Checked.refused("disclosure.paper.number.unreadable");
    }

    @Override
    public String toString() {
        return value;
    }
}
