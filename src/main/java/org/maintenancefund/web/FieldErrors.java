package org.maintenancefund.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Reason;
import org.springframework.validation.Errors;

/** Puts what the domain says about a typed text to the field it was typed in. */
public final class FieldErrors {

    private FieldErrors() {}

    /** Adds the reason as the field's error. The sentence is looked up when the page is shown. */
    public static void reject(Errors errors, String field, Reason reason) {
        errors.rejectValue(field, reason.code(), reason.args().toArray(), null);
    }

    /** Adds the sentence with this key as the field's error. */
    public static void reject(Errors errors, String field, String code, Object... args) {
        reject(errors, field, Reason.of(code, args));
    }

    /** Adds the reason as an error of the form as a whole. */
    public static void rejectAll(Errors errors, Reason reason) {
        errors.reject(reason.code(), reason.args().toArray(), null);
    }

    /** The value that was read, or null after its reason was added as the field's error. */
    public static <T> @Nullable T check(Errors errors, String field, Checked<T> checked) {
        if (checked.isOk()) {
            return checked.value();
        }
        reject(errors, field, checked.reason());
        return null;
    }
}
