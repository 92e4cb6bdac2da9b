package org.maintenancefund.billing.standard;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * 驳回 as typed.
 *
 * @param version of the standard that the person saw
 */
@Labels("billing.standard.field.")
record RejectForm(
        @Text(max = LONGEST_REASON, required = "billing.standard.reason.required")
        String reason,

        String version) {

    private static final int LONGEST_REASON = 200;

    RejectForm(@Nullable String reason, @Nullable String version) {
        this.reason = Objects.requireNonNullElse(reason, "");
        this.version = Objects.requireNonNullElse(version, "");
    }

    static RejectForm empty(int version) {
        return new RejectForm("", Integer.toString(version));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }
}
