package org.maintenancefund.unit.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.unit.PlaceText;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Option;
import org.springframework.validation.Errors;

/**
 * Where a unit is, as typed; part of a form, in its field {@code place}.
 *
 * @param building chosen by its name
 */
@Labels("unit.field.")
record PlaceFields(String building, String entrance, String floor, String door) {

    static final PlaceFields EMPTY = new PlaceFields("", "", "", "");

    PlaceFields(@Nullable String building, @Nullable String entrance, @Nullable String floor, @Nullable String door) {
        this.building = Objects.requireNonNullElse(building, "");
        this.entrance = Objects.requireNonNullElse(entrance, "");
        this.floor = Objects.requireNonNullElse(floor, "");
        this.door = Objects.requireNonNullElse(door, "");
    }

    static PlaceFields of(UnitPlace place) {
        return new PlaceFields(
                place.building(), place.entrance(), Objects.toString(place.floor(), ""), place.door());
    }

    static List<Option> choices(List<Building> buildings) {
        return buildings.stream()
                .map(building -> Option.of(building.name(), building.name()))
                .toList();
    }

    /** The place, or null where something is wrong, which the errors tell. */
    @Nullable
    UnitPlace read(List<Building> buildings, Errors errors) {
        Building in = FieldErrors.check(errors, "place.building", PlaceText.building(building, buildings));
        String of = FieldErrors.check(errors, "place.entrance", PlaceText.entrance(entrance));
        Optional<Integer> on = FieldErrors.check(errors, "place.floor", PlaceText.floor(floor));
        String number = FieldErrors.check(errors, "place.door", PlaceText.door(door));
        if (in == null || of == null || on == null || number == null) {
            return null;
        }
        Checked<UnitPlace> place = PlaceText.place(in, of, on.orElse(null), number);
        return FieldErrors.check(errors, "place.door", place);
    }
}
