package org.maintenancefund.unit.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.PayerKind;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.springframework.validation.Errors;

/** Who pays for a unit, as typed; part of a form, in its field {@code payer}. */
@Labels("unit.payer.field.")
record PayerFields(String kind, String name, String mobile) {

    static final PayerFields EMPTY = new PayerFields(PayerKind.OWNER.name(), "", "");

    PayerFields(@Nullable String kind, @Nullable String name, @Nullable String mobile) {
        this.kind = Objects.requireNonNullElse(kind, "");
        this.name = Objects.requireNonNullElse(name, "");
        this.mobile = Objects.requireNonNullElse(mobile, "");
    }

    static PayerFields of(Payer payer) {
        return new PayerFields(payer.kind().name(), payer.name(), Objects.toString(payer.mobile(), ""));
    }

    /** True where nobody is named. */
    boolean isBlank() {
        return Stream.of(name, mobile).allMatch(ChineseText::isBlank);
    }

    /** Who is named, or null where something is wrong, which the errors tell. */
    @Nullable
    Payer read(Errors errors) {
        Optional<PayerKind> chosen = Arrays.stream(PayerKind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst();
        if (chosen.isEmpty()) {
            FieldErrors.reject(errors, "payer.kind", "unit.payer.kind.required");
        }
        Checked<String> line = ChineseText.required(name, Payer.LONGEST_NAME);
        String called = FieldErrors.check(
                errors,
                "payer.name",
                ChineseText.isBlank(name) ? Checked.<String>refused("unit.payer.name.required") : line);
        MobileNumber phone = ChineseText.isBlank(mobile)
                ? null
                : FieldErrors.check(errors, "payer.mobile", MobileNumber.parse(mobile));
        return chosen.isEmpty() || called == null || errors.hasFieldErrors("payer.mobile")
                ? null
                : new Payer(chosen.get(), called, phone);
    }
}
