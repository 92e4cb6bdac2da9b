package org.maintenancefund.area.application;

import java.math.BigDecimal;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.FloorAreas;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Typed;

/** Step B 规模 as typed, in the order of the page. */
record ScaleForm(
        @Choice(value = AreaType.class, required = "area.application.type.required")
        String type,

        @Typed(value = ScaleForm.class, by = "readTotal") String total,

        @Typed(value = AreaText.class, by = "partOfFloorArea")
        String residential,

        @Typed(value = AreaText.class, by = "partOfFloorArea")
        String commercial,

        @Typed(value = AreaText.class, by = "partOfFloorArea")
        String other,

        @Typed(value = AreaText.class, by = "buildings") String buildings,
        @Typed(value = AreaText.class, by = "households") String households,

        @Typed(value = AreaText.class, by = "year", required = "area.application.year.required")
        String yearBuilt) {

    ScaleForm {
        type = AreaForm.text(type);
        total = AreaForm.text(total);
        residential = AreaForm.text(residential);
        commercial = AreaForm.text(commercial);
        other = AreaForm.text(other);
        buildings = AreaForm.text(buildings);
        households = AreaForm.text(households);
        yearBuilt = AreaForm.text(yearBuilt);
    }

    static ScaleForm of(NewArea area) {
        FloorAreas floorAreas = area.floorAreas();
        return new ScaleForm(
                area.type().name(),
                floorAreas.total().toPlainString(),
                floorAreas.residential().toPlainString(),
                floorAreas.commercial().toPlainString(),
                floorAreas.other().toPlainString(),
                Integer.toString(area.buildings()),
                Integer.toString(area.households()),
                area.yearBuilt() == null ? "" : area.yearBuilt().toString());
    }

    static Checked<BigDecimal> readTotal(String typed) {
        Checked<BigDecimal> total = AreaText.floorArea(typed);
        return total.isOk() && total.value().signum() == 0 ? Checked.refused("area.application.total.zero") : total;
    }

    /** What was typed, of a form without faults, as are the figures below. */
    FloorAreas toFloorAreas() {
        return new FloorAreas(
                AreaText.floorArea(total).value(),
                AreaText.partOfFloorArea(residential).value(),
                AreaText.partOfFloorArea(commercial).value(),
                AreaText.partOfFloorArea(other).value());
    }

    int toBuildings() {
        return AreaText.buildings(buildings).value();
    }

    int toHouseholds() {
        return AreaText.households(households).value();
    }
}
