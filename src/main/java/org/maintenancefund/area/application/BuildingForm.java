package org.maintenancefund.area.application;

import org.maintenancefund.area.Building;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/**
 * One building of step C as typed, in the order of the page, or as a row of a spreadsheet has it.
 *
 * @param original the name of the building that is changed; empty for one more
 */
@Labels("area.building.")
record BuildingForm(
        String original,
        @Typed(value = BuildingForm.class, by = "readName") String name,

        @Typed(value = BuildingForm.class, by = "readStoreys")
        String storeys,

        @Typed(value = BuildingForm.class, by = "readUnits") String units,

        @Typed(value = BuildingForm.class, by = "readHouseholds")
        String households,

        @Typed(value = AreaText.class, by = "floorArea") String floorArea) {

    private static final int LONGEST_NAME = 40;
    private static final int MOST_STOREYS = 200;
    private static final int MOST_UNITS = 999;
    private static final int MOST_HOUSEHOLDS = 99_999;

    static final BuildingForm EMPTY = new BuildingForm("", "", "", "", "", "");

    BuildingForm {
        original = AreaForm.text(original);
        name = AreaForm.text(name);
        storeys = AreaForm.text(storeys);
        units = AreaForm.text(units);
        households = AreaForm.text(households);
        floorArea = AreaForm.text(floorArea);
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

    static Checked<String> readName(String typed) {
        return AreaText.line(typed, LONGEST_NAME);
    }

    static Checked<Integer> readStoreys(String typed) {
        return AreaText.wholeNumber(typed, 1, MOST_STOREYS);
    }

    static Checked<Integer> readUnits(String typed) {
        return AreaText.wholeNumber(typed, 1, MOST_UNITS);
    }

    static Checked<Integer> readHouseholds(String typed) {
        return AreaText.wholeNumber(typed, 0, MOST_HOUSEHOLDS);
    }

    /** What was typed, of a form without faults. */
    Building toBuilding() {
        return new Building(
                ChineseText.clean(name),
                readStoreys(storeys).value(),
                readUnits(units).value(),
                readHouseholds(households).value(),
                AreaText.floorArea(floorArea).value());
    }
}
