package org.maintenancefund.difference.web;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.difference.register.DifferenceService;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/**
 * A difference found by a person, as typed; the components stand in the order of the page.
 *
 * @param district whose it is; blank for the municipal centre's own, and not asked of a district's people
 */
@Labels("difference.field.")
record NewDifferenceForm(
        @Text(max = 200, required = "difference.subject.required")
        String subject,

        @Typed(value = Money.class, by = "parseSigned", optional = true)
        String amount,

        @Typed(TypedDate.class) String day,

        @Text(max = 1000, lines = true, required = "difference.text.required")
        String text,

        @Typed(TypedDate.class) String due,
        String district) {

    NewDifferenceForm(
            @Nullable String subject,
            @Nullable String amount,
            @Nullable String day,
            @Nullable String text,
            @Nullable String due,
            @Nullable String district) {
        this.subject = Objects.requireNonNullElse(subject, "");
        this.amount = Objects.requireNonNullElse(amount, "");
        this.day = Objects.requireNonNullElse(day, "");
        this.text = Objects.requireNonNullElse(text, "");
        this.due = Objects.requireNonNullElse(due, "");
        this.district = Objects.requireNonNullElse(district, "");
    }

    static NewDifferenceForm of(LocalDate today, LocalDate due) {
        return new NewDifferenceForm("", "", today.toString(), "", due.toString(), "");
    }

    /** Notes in the errors a day that it can't be of, and one that has passed already. */
    void requireDays(LocalDate today, Errors errors) {
        if (!errors.hasFieldErrors("day") && TypedDate.parse(day).value().isAfter(today)) {
            FieldErrors.reject(errors, "day", "difference.day.future");
        }
        if (!errors.hasFieldErrors("due") && !TypedDate.parse(due).value().isAfter(today)) {
            FieldErrors.reject(errors, "due", "difference.due.past");
        }
    }

    /** Of a form without faults. */
    DifferenceService.Told told() {
        return new DifferenceService.Told(
                ChineseText.clean(subject),
                ChineseText.isBlank(amount) ? null : Money.parseSigned(amount).value(),
                TypedDate.parse(day).value(),
                ChineseText.paragraphs(text, 1000).value(),
                TypedDate.parse(due).value(),
                Ids.read(district).map(DistrictId::new).orElse(null));
    }
}
