package org.maintenancefund.area.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/**
 * 更名 as typed.
 *
 * @param version of the area that the person saw
 * @param report  number of the 物业区域问题反馈 that asked for it, or null
 */
@Labels("area.rename.field.")
record RenameForm(
        @Typed(value = AreaText.class, by = "name") @Nullable
        String name,

        @Text(max = 500) @Nullable String reason,
        @Nullable String version,
        @Nullable String report) {

    RenameForm {
        report = FromReport.number(report);
    }

    static RenameForm of(AreaView area, @Nullable String report) {
        return new RenameForm(area.name(), null, Integer.toString(area.version()), report);
    }

    /** The same typed text on top of what somebody else has saved meanwhile. */
    RenameForm onTopOf(AreaView current) {
        return new RenameForm(name, reason, Integer.toString(current.version()), report);
    }
}
