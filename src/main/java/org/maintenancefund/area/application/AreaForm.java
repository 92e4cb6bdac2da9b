package org.maintenancefund.area.application;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.Building;

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

    AreaForm {
        buildings = List.copyOf(buildings);
        imported = List.copyOf(imported);
    }

    static AreaForm forNewArea() {
        return new AreaForm(null, null, BasicsForm.EMPTY, ScaleForm.EMPTY, List.of(), List.of(), AccountForm.EMPTY);
    }

    /** Starts from what is known: the record, or the round before. */
    static AreaForm of(@Nullable String areaId, @Nullable AreaInfo before, AreaInfo filled) {
        return new AreaForm(
                areaId,
                before,
                BasicsForm.of(filled),
                ScaleForm.of(filled),
                filled.buildingList(),
                List.of(),
                AccountForm.of(filled));
    }

    AreaForm with(BasicsForm typed) {
        return new AreaForm(
                areaId, before, before == null ? typed : typed.keeping(before), scale, buildings, imported, account);
    }

    AreaForm with(ScaleForm typed) {
        return new AreaForm(areaId, before, basics, typed, buildings, imported, account);
    }

    AreaForm with(AccountForm typed) {
        return new AreaForm(areaId, before, basics, scale, buildings, imported, typed);
    }

    AreaForm withBuildings(List<Building> list) {
        return new AreaForm(areaId, before, basics, scale, list, List.of(), account);
    }

    AreaForm withImported(List<Building> list) {
        return new AreaForm(areaId, before, basics, scale, buildings, list, account);
    }

    static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}
