package org.maintenancefund.billing.mandate;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/**
 * 撤销授权 as typed; the components stand in the order of the page.
 *
 * @param firstDay the first day without the mandate
 * @param version  of the mandate that the person saw
 */
@Labels("billing.mandate.revoke.field.")
record RevocationForm(
        @Typed(value = TypedDate.class, required = "billing.mandate.revoke.firstDay.missing") @Nullable
        String firstDay,

        @Text(min = 2, max = MAX_REASON, lines = true, required = "billing.mandate.revoke.reason.missing") @Nullable
        String reason,

        @Nullable String version) {

    private static final int MAX_REASON = 500;

    static RevocationForm of(int version) {
        return new RevocationForm(null, null, Integer.toString(version));
    }

    /** What was typed, on top of what somebody else has changed meanwhile. */
    RevocationForm onTopOf(int current) {
        return new RevocationForm(firstDay, reason, Integer.toString(current));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** The reason as it is kept. */
    public String because() {
        return ChineseText.paragraphs(reason, MAX_REASON).value();
    }

    /**
     * The first day without it; null where the errors have something to say.
     *
     * @param days those that it may be; empty where the mandate ends today
     */
    @Nullable
    LocalDate read(List<DateRange> days, Errors errors) {
        Checked<LocalDate> day = TypedDate.parse(firstDay);
        if (day.isOk() && days.stream().noneMatch(range -> range.contains(day.value()))) {
            if (days.isEmpty()) {
                FieldErrors.reject(errors, "firstDay", "billing.mandate.revoke.last-day");
            } else {
                FieldErrors.reject(
                        errors,
                        "firstDay",
                        "billing.mandate.revoke.bounds",
                        days.get(0).start().toString(),
                        days.get(0).end().toString());
            }
        }
        return errors.hasErrors() ? null : day.value();
    }
}
