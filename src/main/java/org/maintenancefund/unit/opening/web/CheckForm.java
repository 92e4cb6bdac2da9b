package org.maintenancefund.unit.opening.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.Asked;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;

/**
 * 复核 as sent.
 *
 * @param version of the sheet that the person saw
 */
@Labels("unit.opening.field.")
record CheckForm(Asked asked, String version) {

    CheckForm(@Nullable Asked asked, @Nullable String version) {
        this.asked = Objects.requireNonNullElse(asked, Asked.NOTHING);
        this.version = Objects.requireNonNullElse(version, "");
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }
}
