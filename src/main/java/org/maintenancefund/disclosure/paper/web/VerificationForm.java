package org.maintenancefund.disclosure.paper.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.disclosure.NumberAndCode;
import org.maintenancefund.disclosure.paper.PaperNumber;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/** 证明核验 as typed. */
@Labels("disclosure.verify.field.")
public record VerificationForm(
        @Typed(value = PaperNumber.class, required = "disclosure.paper.number.missing")
        String number,

        @Typed(value = VerificationForm.class, by = "readCode", required = "disclosure.verify.code.missing")
        String code) {

    public VerificationForm(@Nullable String number, @Nullable String code) {
        this.number = Objects.requireNonNullElse(number, "");
        this.code = Objects.requireNonNullElse(code, "");
    }

    static Checked<OneTimeCode> readCode(String typed) {
        return NumberAndCode.readCode(typed, "disclosure.verify.code.unreadable");
    }
}
