package org.maintenancefund.disclosure.web;

import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.disclosure.NumberAndCode;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/** 维修资金查询 as typed. */
@Labels("disclosure.field.")
public record FundForm(
        @Typed(value = FundForm.class, by = "readNumber", required = "disclosure.number.missing")
        String number,

        @Typed(value = FundForm.class, by = "readCode", required = "disclosure.code.missing")
        String code) {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}-[0-9]{5,7}-[0-9]{5,7}");

    public FundForm(@Nullable String number, @Nullable String code) {
        this.number = Objects.requireNonNullElse(number, "");
        this.code = Objects.requireNonNullElse(code, "");
    }

    /** 户号, however it is written. */
    static Checked<String> readNumber(String typed) {
        String number = ChineseText.code(typed).toUpperCase(Locale.ROOT);
        return NUMBER.matcher(number).matches() ? Checked.ok(number) : Checked.refused("disclosure.number.unreadable");
    }

    static Checked<OneTimeCode> readCode(String typed) {
        return NumberAndCode.readCode(typed, "disclosure.code.unreadable");
    }
}
