package org.maintenancefund.area.application;

import org.jspecify.annotations.Nullable;

/** Step B 规模 as typed, in the order of the page. */
record ScaleForm(
        String type,
        String total,
        String residential,
        String commercial,
        String other,
        String buildings,
        String households,
        String yearBuilt) {

    static final ScaleForm EMPTY = new ScaleForm("", "", "", "", "", "", "", "");

    ScaleForm(
            @Nullable String type,
            @Nullable String total,
            @Nullable String residential,
            @Nullable String commercial,
            @Nullable String other,
            @Nullable String buildings,
            @Nullable String households,
            @Nullable String yearBuilt) {
        this.type = AreaForm.text(type);
        this.total = AreaForm.text(total);
        this.residential = AreaForm.text(residential);
        this.commercial = AreaForm.text(commercial);
        this.other = AreaForm.text(other);
        this.buildings = AreaForm.text(buildings);
        this.households = AreaForm.text(households);
        this.yearBuilt = AreaForm.text(yearBuilt);
    }

    static ScaleForm of(AreaInfo info) {
        return new ScaleForm(
                info.type().name(),
                info.total().toPlainString(),
                info.residential().toPlainString(),
                info.commercial().toPlainString(),
                info.other().toPlainString(),
                Integer.toString(info.buildings()),
                Integer.toString(info.households()),
                info.yearBuilt() == null ? "" : info.yearBuilt().toString());
    }
}
