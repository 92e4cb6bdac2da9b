package org.maintenancefund.area.application;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.Building;

/**
 * One building of step C as typed, in the order of the page.
 *
 * @param original the name of the building that is changed; empty for one more
 */
record BuildingForm(String original, String name, String storeys, String units, String households, String floorArea) {

    static final BuildingForm EMPTY = new BuildingForm("", "", "", "", "", "");

    BuildingForm(
            @Nullable String original,
            @Nullable String name,
            @Nullable String storeys,
            @Nullable String units,
            @Nullable String households,
            @Nullable String floorArea) {
        this.original = AreaForm.text(original);
        this.name = AreaForm.text(name);
        this.storeys = AreaForm.text(storeys);
        this.units = AreaForm.text(units);
        this.households = AreaForm.text(households);
        this.floorArea = AreaForm.text(floorArea);
    }

    static BuildingForm of(Building building) {
        return new BuildingForm(
                building.name(),
                building.name(),
                Integer.toString(building.storeys()),
                Integer.toString(building.units()),
                Integer.toString(building.households()),
                building.floorArea().toPlainString());
    }
}
