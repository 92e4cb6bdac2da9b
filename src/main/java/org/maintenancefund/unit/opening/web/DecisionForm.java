package org.maintenancefund.unit.opening.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.unit.opening.OpeningHeader;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.springframework.validation.Errors;

/**
 * 核准或退回 as typed; the components stand in the order of the page.
 *
 * @param result  the name of an {@link OpeningDecision}
 * @param reason  why it is returned
 * @param version of the sheet that the person saw
 */
@Labels("unit.opening.field.")
record DecisionForm(
        @Choice(value = OpeningDecision.class, required = "unit.opening.result.required")
        String result,

        @Text(max = OpeningHeader.LONGEST_EXPLANATION, lines = true, optional = true)
        String reason,

        String version) {

    static final DecisionForm EMPTY = new DecisionForm("", "", "");

    DecisionForm(@Nullable String result, @Nullable String reason, @Nullable String version) {
        this.result = Objects.requireNonNullElse(result, "");
        this.reason = Objects.requireNonNullElse(reason, "");
        this.version = Objects.requireNonNullElse(version, "");
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    boolean isReturn() {
        return result.equals(OpeningDecision.RETURN.name());
    }

    /** Notes in the errors where it is returned without a word. */
    void requireReason(Errors errors) {
        if (isReturn() && ChineseText.isBlank(reason)) {
            FieldErrors.reject(errors, "reason", "unit.opening.reason.required");
        }
    }

    /** Of a form without faults. */
    String reasonText() {
        return ChineseText.paragraphs(reason, OpeningHeader.LONGEST_EXPLANATION).value();
    }
}
