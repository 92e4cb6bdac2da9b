package org.maintenancefund.fundaccount.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * 退回 as typed.
 *
 * @param version of the account that the person saw
 */
@Labels("fundaccount.field.")
record ReturnForm(
        @Text(max = LONGEST_REASON, required = "fundaccount.reason.required")
        String reason,

        String version) {

    private static final int LONGEST_REASON = 200;

    ReturnForm(@Nullable String reason, @Nullable String version) {
        this.reason = Objects.requireNonNullElse(reason, "");
        this.version = Objects.requireNonNullElse(version, "");
    }

    static ReturnForm empty(int version) {
        return new ReturnForm("", Integer.toString(version));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }
}
