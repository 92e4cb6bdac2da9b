package org.maintenancefund.unit.opening.importing;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.Labels;

/**
 * 确认导入 as typed.
 *
 * @param checked that what is unlikely was looked at: one tick for all rows of the file
 */
@Labels("unit.field.")
record OpeningConfirmForm(@Nullable String checked) {

    static final OpeningConfirmForm EMPTY = new OpeningConfirmForm(null);

    boolean isTicked() {
        return "true".equals(checked);
    }
}
