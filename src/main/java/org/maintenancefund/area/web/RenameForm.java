package org.maintenancefund.area.web;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;

/**
 * 更名 as typed.
 *
 * @param version of the area that the person saw
 */
record RenameForm(
        @Nullable String name,
        @Nullable String reason,
        @Nullable String version) {

    static RenameForm of(AreaView area) {
        return new RenameForm(area.name(), null, Integer.toString(area.version()));
    }

    /** The same typed text on top of what somebody else has saved meanwhile. */
    RenameForm onTopOf(AreaView current) {
        return new RenameForm(name, reason, Integer.toString(current.version()));
    }

    /** The version that the person saw; one that never was where the form came without. */
    int seenVersion() {
        try {
            return version == null ? -1 : Integer.parseInt(version);
        } catch (NumberFormatException tamperedWith) {
            return -1;
        }
    }
}
