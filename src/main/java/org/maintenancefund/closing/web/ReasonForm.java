package org.maintenancefund.closing.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * Why a closing is given up, as typed.
 */
@Labels("closing.field.")
record ReasonForm(
        @Text(max = 500, lines = true, required = "closing.reason.required")
        String reason) {

    static final ReasonForm EMPTY = new ReasonForm("");

    ReasonForm(@Nullable String reason) {
        this.reason = Objects.requireNonNullElse(reason, "");
    }

    String told() {
        return ChineseText.paragraphs(reason, 500).value();
    }
}
