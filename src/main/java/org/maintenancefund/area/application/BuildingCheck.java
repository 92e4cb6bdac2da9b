package org.maintenancefund.area.application;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.area.Building;
import org.maintenancefund.area.domain.AreaText;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.web.FieldErrors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Reads buildings, typed or from a spreadsheet. */
@Component
@EnableConfigurationProperties(AreaApplicationProperties.class)
class BuildingCheck {

    private static final int LONGEST_NAME = 40;
    private static final int MOST_STOREYS = 200;
    private static final int MOST_UNITS = 999;
    private static final int MOST_HOUSEHOLDS = 99_999;

    private final AreaApplicationProperties limits;

    BuildingCheck(AreaApplicationProperties limits) {
        this.limits = limits;
    }

    int most() {
        return limits.maxBuildings();
    }

    /** A new area is told with its buildings; for one on record they can still be missing. */
    boolean areComplete(AreaForm form) {
        return !form.buildings().isEmpty() || form.before() != null;
    }

    static Checked<String> name(String typed) {
        return AreaText.line(typed, LONGEST_NAME);
    }

    static Checked<Integer> storeys(String typed) {
        return AreaText.wholeNumber(typed, 1, MOST_STOREYS);
    }

    static Checked<Integer> units(String typed) {
        return AreaText.wholeNumber(typed, 1, MOST_UNITS);
    }

    static Checked<Integer> households(String typed) {
        return AreaText.wholeNumber(typed, 0, MOST_HOUSEHOLDS);
    }

    static Checked<BigDecimal> floorArea(String typed) {
        return AreaText.floorArea(typed);
    }

    /** One more building, or another in the place of {@code original}; empty where {@code errors} has something to say. */
    Optional<Building> read(BuildingForm form, List<Building> present, Errors errors) {
        String name = FieldErrors.check(errors, "name", name(form.name()));
        Integer storeys = FieldErrors.check(errors, "storeys", storeys(form.storeys()));
        Integer units = FieldErrors.check(errors, "units", units(form.units()));
        Integer households = FieldErrors.check(errors, "households", households(form.households()));
        BigDecimal floorArea = FieldErrors.check(errors, "floorArea", floorArea(form.floorArea()));
        String original = ChineseText.fold(form.original());
        String key = name == null ? "" : ChineseText.fold(name);
        if (name != null
                && !key.equals(original)
                && present.stream().anyMatch(other -> other.key().equals(key))) {
            FieldErrors.reject(errors, "name", "area.application.building.taken", name);
        }
        boolean adds = present.stream().noneMatch(other -> other.key().equals(original));
        if (adds && present.size() >= most()) {
            FieldErrors.reject(errors, "name", "area.application.building.too-many", most());
        }
        return errors.hasErrors()
                        || name == null
                        || storeys == null
                        || units == null
                        || households == null
                        || floorArea == null
                ? Optional.empty()
                : Optional.of(new Building(name, storeys, units, households, floorArea));
    }
}
