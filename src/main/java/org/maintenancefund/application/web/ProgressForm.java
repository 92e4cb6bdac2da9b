package org.maintenancefund.application.web;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.FieldErrors;
import org.springframework.validation.Errors;

/** 办理进度查询 as typed. */
public record ProgressForm(String number, String mobile, String code) {

    public ProgressForm {
        number = Objects.requireNonNullElse(number, "");
        mobile = Objects.requireNonNullElse(mobile, "");
        code = Objects.requireNonNullElse(code, "");
    }

    @Nullable
    ApplicationNumber readNumber(Errors errors) {
        if (ChineseText.isBlank(number)) {
            FieldErrors.reject(errors, "number", Reason.of("application.progress.number.missing"));
            return null;
        }
        ApplicationNumber read = ApplicationNumber.parse(number).orElse(null);
        if (read == null) {
            FieldErrors.reject(errors, "number", Reason.of("application.progress.number.unreadable"));
        }
        return read;
    }

    /** The number where one can be read; faults are told by {@link #readNumber}. */
    Optional<ApplicationNumber> readableNumber() {
        return ApplicationNumber.parse(number);
    }

    /** The mobile where one can be read. */
    Optional<MobileNumber> readableMobile() {
        Checked<MobileNumber> read = MobileNumber.parse(mobile);
        return read.isOk() ? Optional.of(read.value()) : Optional.empty();
    }

    @Nullable
    MobileNumber readMobile(Errors errors) {
        return FieldErrors.check(errors, "mobile", MobileNumber.parse(mobile));
    }

    @Nullable
    OneTimeCode readCode(Errors errors) {
        OneTimeCode read = OneTimeCode.parse(code).orElse(null);
        if (read == null) {
            FieldErrors.reject(
                    errors,
                    "code",
                    Reason.of(
                            ChineseText.isBlank(code)
                                    ? "application.progress.code.missing"
                                    : "application.progress.code.unreadable"));
        }
        return read;
    }
}
