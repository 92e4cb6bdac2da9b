package org.maintenancefund.city.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.city.domain.DistrictService.CentreChange;
import org.maintenancefund.city.domain.DistrictService.CentreRecord;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.LandlineNumber;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/**
 * A district centre as typed; the components stand in the order of the page.
 *
 * @param streets    those that the centre has already
 * @param newStreets streets to add, one a line
 * @param version    of the centre that the person saw; empty for a new one
 */
@Labels("city.field.")
record CentreForm(
        @Text(min = 2, max = LONGEST_NAME, required = "city.name.required", tooShort = TOO_SHORT) @Nullable
        String name,

        @Typed(value = CentreForm.class, by = "letters") @Nullable
        String code,

        @Typed(value = CentreForm.class, by = "gbDigits", optional = true) @Nullable
        String gbCode,

        @Text(min = 2, max = 60, required = "city.centreName.required", tooShort = TOO_SHORT) @Nullable
        String centreName,

        @Typed(LandlineNumber.class) @Nullable String phone,

        @Text(min = 2, max = 200, required = "city.address.required", tooShort = TOO_SHORT) @Nullable
        String address,

        @Text(min = 2, max = 100, required = "city.officeHours.required", tooShort = TOO_SHORT) @Nullable
        String officeHours,

        @Nullable List<StreetRow> streets,

        @Text(max = 4000, lines = true, optional = true) @Nullable
        String newStreets,

        @Nullable String version) {

    /**
     * A street that the centre has already.
     *
     * @param remove 移除
     */
    record StreetRow(
            @Nullable String id,
            @Nullable String name,
            @Nullable Boolean remove) {}

    private static final String TOO_SHORT = "city.text.too-short";
    private static final int MOST_STREETS = 100;
    private static final int LONGEST_NAME = 30;

    /** An empty one; a centre is usually open when the municipal one is. */
    static CentreForm empty(String usualHours) {
        return new CentreForm(null, null, null, null, null, null, usualHours, List.of(), null, null);
    }

    static CentreForm of(CentreRecord known) {
        DistrictCentre centre = known.centre();
        return new CentreForm(
                centre.name(),
                centre.code(),
                known.gbCode(),
                centre.centreName(),
                centre.phone().toString(),
                centre.address(),
                centre.officeHours(),
                rows(centre),
                null,
                Integer.toString(known.version()));
    }

    /**
     * What was typed, on top of what somebody else has saved meanwhile: streets that are gone are gone, new ones stand there
     * too, the others keep the typed name.
     */
    CentreForm onTopOf(CentreRecord current) {
        Map<String, StreetRow> typed = new HashMap<>();
        streets().forEach(row -> typed.put(row.id(), row));
        List<StreetRow> rows = rows(current.centre()).stream()
                .map(row -> typed.getOrDefault(row.id(), row))
                .toList();
        String now = Integer.toString(current.version());
        return new CentreForm(name, code, gbCode, centreName, phone, address, officeHours, rows, newStreets, now);
    }

    @Override
    public List<StreetRow> streets() {
        return streets == null ? List.of() : streets;
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** Two capital letters. */
    static Checked<String> letters(@Nullable String typed) {
        String code = ChineseText.code(typed).toUpperCase(Locale.ROOT);
        return code.matches("[A-Z]{2}") ? Checked.ok(code) : Checked.refused("city.code.form");
    }

    /** The six digits of GB/T 2260. */
    static Checked<String> gbDigits(@Nullable String typed) {
        String code = ChineseText.code(typed);
        return code.matches("[0-9]{6}") ? Checked.ok(code) : Checked.refused("city.gbCode.form");
    }

    /** What was typed as a change; empty after the streets' faults were put to their fields, or where others had some. */
    Optional<CentreChange> read(Errors errors) {
        Set<String> seen = new HashSet<>();
        Set<StreetId> removed = new HashSet<>();
        Map<StreetId, String> renamed = new HashMap<>();
        for (int i = 0; i < streets().size(); i++) {
            StreetRow row = streets().get(i);
            StreetId id = Ids.read(row.id()).map(StreetId::new).orElse(null);
            if (id == null) {
                continue;
            }
            if (Boolean.TRUE.equals(row.remove())) {
                removed.add(id);
            } else {
                renamed.put(id, streetName(row, i, seen, errors));
            }
        }
        List<String> added = added(seen, errors);
        int count = renamed.size() + added.size();
        if (count == 0 && !errors.hasFieldErrors("newStreets")) {
            FieldErrors.reject(errors, "newStreets", "city.streets.required");
        } else if (count > MOST_STREETS) {
            FieldErrors.reject(errors, "newStreets", "city.streets.too-many", MOST_STREETS);
        }
        return errors.hasErrors() ? Optional.empty() : Optional.of(new CentreChange(centre(added), renamed, removed));
    }

    private NewDistrictCentre centre(List<String> added) {
        String digits = ChineseText.code(gbCode);
        return new NewDistrictCentre(
                letters(code).value(),
                ChineseText.clean(name),
                digits.isEmpty() ? null : digits,
                ChineseText.clean(centreName),
                ChineseText.clean(address),
                ChineseText.clean(officeHours),
                LandlineNumber.parse(phone).value(),
                added);
    }

    private static String streetName(StreetRow row, int i, Set<String> seen, Errors errors) {
        String at = "streets[" + i + "].name";
        String name = ChineseText.clean(row.name());
        if (name.isEmpty()) {
            FieldErrors.reject(errors, at, "city.street.required");
        } else if (ChineseText.length(name) < 2) {
            FieldErrors.reject(errors, at, TOO_SHORT);
        } else if (FieldErrors.check(errors, at, ChineseText.required(name, LONGEST_NAME)) != null
                && !seen.add(ChineseText.fold(name))) {
            FieldErrors.reject(errors, at, "city.street.twice", name);
        }
        return name;
    }

    private List<String> added(Set<String> seen, Errors errors) {
        List<String> added = new ArrayList<>();
        for (String part : Objects.requireNonNullElse(newStreets, "").split("[\\r\\n、，,；;]")) {
            String name = ChineseText.clean(part);
            if (name.isEmpty()) {
                continue;
            }
            int length = ChineseText.length(name);
            if (length < 2 || length > LONGEST_NAME) {
                FieldErrors.reject(errors, "newStreets", "city.street.length", shortened(name));
            } else if (!seen.add(ChineseText.fold(name))) {
                FieldErrors.reject(errors, "newStreets", "city.street.twice", name);
            }
            added.add(name);
        }
        return added;
    }

    private static String shortened(String name) {
        return ChineseText.length(name) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME)) + "…"
                : name;
    }

    private static List<StreetRow> rows(DistrictCentre centre) {
        return centre.streets().stream()
                .map(street -> new StreetRow(street.id().toString(), street.name(), false))
                .toList();
    }
}
