package org.maintenancefund.fundaccount;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.money.Money;

/** Reads what is typed of an account. */
public final class TypedAccount {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-‐–—·.,、_/]");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{8,32}");
    private static final Pattern ROUNDED = Pattern.compile("[0-9.]+[eE][+]?[0-9]+");

    private TypedAccount() {}

    /** 账号: 8 to 32 digits; what stands between them is left out. */
    public static Checked<String> number(@Nullable String typed) {
        String text = ChineseText.code(typed);
        if (text.isEmpty()) {
            return Checked.refused("fundaccount.number.required");
        }
        if (ROUNDED.matcher(text).matches()) {
            return Checked.refused("fundaccount.number.rounded");
        }
        String digits = SEPARATORS.matcher(text).replaceAll("");
        return DIGITS.matcher(digits).matches() ? Checked.ok(digits) : Checked.refused("fundaccount.number.unreadable");
    }

    /** What lay in it: nothing too, but said. */
    public static Checked<Money> balance(@Nullable String typed) {
        return ChineseText.isBlank(typed) ? Checked.refused("fundaccount.balance.required") : Money.parse(typed);
    }
}
