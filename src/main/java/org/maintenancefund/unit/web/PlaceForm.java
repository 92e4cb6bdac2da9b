package org.maintenancefund.unit.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;

/**
 * 更正房号 as typed; the components stand in the order of the page.
 *
 * @param version of the unit that the person saw
 */
@Labels("unit.field.")
record PlaceForm(
        PlaceFields place,

        @Text(max = 200, required = "unit.reason.required") String reason,
        String version) {

    PlaceForm(@Nullable PlaceFields place, @Nullable String reason, @Nullable String version) {
        this.place = Objects.requireNonNullElse(place, PlaceFields.EMPTY);
        this.reason = Objects.requireNonNullElse(reason, "");
        this.version = Objects.requireNonNullElse(version, "");
    }

    static PlaceForm of(UnitPlace place, int version) {
        return new PlaceForm(PlaceFields.of(place), "", Integer.toString(version));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }
}
