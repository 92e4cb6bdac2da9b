package org.maintenancefund.application.web;

import java.util.Objects;
import java.util.Optional;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/** 办理进度查询 as typed. */
@Labels("application.progress.field.")
public record ProgressForm(
        @Typed(value = ProgressForm.class, by = "readNumber", required = "application.progress.number.missing")
        String number,

        @Typed(MobileNumber.class) String mobile,
        String code) {

    public ProgressForm {
        number = Objects.requireNonNullElse(number, "");
        mobile = Objects.requireNonNullElse(mobile, "");
        code = Objects.requireNonNullElse(code, "");
    }

    private static Checked<ApplicationNumber> readNumber(String typed) {
        return ApplicationNumber.parse(typed)
                .<Checked<ApplicationNumber>>map(Checked::ok)
                .orElseGet(() -> Checked.refused("application.progress.number.unreadable"));
    }

    /** The number of a form whose constraints were kept, as {@link #readMobile}. */
    ApplicationNumber readNumber() {
        return readNumber(number).value();
    }

    MobileNumber readMobile() {
        return MobileNumber.parse(mobile).value();
    }

    /** Asked for only where something is done with the application. */
    Optional<OneTimeCode> readCode(Errors errors) {
        Optional<OneTimeCode> read = OneTimeCode.parse(code);
        if (read.isEmpty()) {
            String key = ChineseText.isBlank(code) ? "missing" : "unreadable";
            FieldErrors.reject(errors, "code", Reason.of("application.progress.code." + key));
        }
        return read;
    }
}
