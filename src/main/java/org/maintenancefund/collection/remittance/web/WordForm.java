package org.maintenancefund.collection.remittance.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * Why something is taken back, voided or left out.
 *
 * @param version of what the person saw
 */
@Labels("remittance.field.")
record WordForm(
        @Text(max = 200, min = 2, required = "remittance.reason.required")
        String reason,

        String version) {

    static final WordForm EMPTY = new WordForm("", "");

    WordForm(@Nullable String reason, @Nullable String version) {
        this.reason = Objects.requireNonNullElse(reason, "");
        this.version = Objects.requireNonNullElse(version, "");
    }

    String words() {
        return ChineseText.clean(reason);
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }
}
