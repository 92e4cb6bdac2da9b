package org.maintenancefund.area.application;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaType;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.area.domain.NewArea;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.ChineseText;

/**
 * 社区信息完善 on its way, step by step, as the draft keeps it.
 *
 * @param areaId    the area it is about; null for one that is not in the system
 * @param before    what was on record when it was begun; null for a new area
 * @param buildings step C so far; each of them can be a building
 * @param imported  read from a spreadsheet and not yet confirmed
 */
record AreaForm(
        @Nullable String areaId,
        @Nullable AreaInfo before,
        BasicsForm basics,
        ScaleForm scale,
        List<Building> buildings,
        List<Building> imported,
        AccountForm account) {

    static final AreaForm OF_NEW_AREA = new AreaForm(
            null,
            null,
            new BasicsForm("", "", "", "", "", ""),
            new ScaleForm("", "", "", "", "", "", "", ""),
            List.of(),
            List.of(),
            new AccountForm("", "", "", ""));

    AreaForm {
        buildings = List.copyOf(buildings);
        imported = List.copyOf(imported);
    }

    /** Starts from what is known: the record, or the round before. */
    static AreaForm of(@Nullable String areaId, @Nullable AreaInfo before, AreaInfo filled) {
        return new AreaForm(
                areaId,
                before,
                BasicsForm.of(filled),
                ScaleForm.of(filled.area()),
                filled.buildingList(),
                List.of(),
                AccountForm.of(filled.area().fundAccount()));
    }

    /** With that step as typed. */
    AreaForm with(Object typed) {
        return new AreaForm(
                areaId,
                before,
                typed instanceof BasicsForm a ? (before == null ? a : a.keeping(before)) : basics,
                typed instanceof ScaleForm b ? b : scale,
                buildings,
                imported,
                typed instanceof AccountForm d ? d : account);
    }

    AreaForm withBuildings(List<Building> list) {
        return new AreaForm(areaId, before, basics, scale, list, List.of(), account);
    }

    AreaForm withImported(List<Building> list) {
        return new AreaForm(areaId, before, basics, scale, buildings, list, account);
    }

    /** What was typed, of steps without faults. */
    AreaInfo toInfo() {
        NewArea area = new NewArea(
                ChineseText.clean(basics.name()),
                List.of(),
                StreetId.of(basics.street()),
                ChineseText.clean(basics.community()),
                ChineseText.clean(basics.address()),
                AreaText.parcelNumbers(basics.parcelNumbers()).value(),
                AreaType.valueOf(scale.type()),
                scale.toFloorAreas(),
                scale.toBuildings(),
                scale.toHouseholds(),
                AreaText.year(scale.yearBuilt()).value(),
                account.toAccount());
        return new AreaInfo(DistrictId.of(basics.district()), area, buildings);
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
