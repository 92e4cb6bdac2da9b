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
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.city.domain.CentreChange;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.LandlineNumber;
import org.maintenancefund.web.FieldErrors;
import org.springframework.validation.Errors;

/** Reads what was typed of a district centre; each fault goes to its field. */
final class CentreFormReader {

    static final int MOST_STREETS = 100;
    private static final int SHORTEST = 2;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_CENTRE_NAME = 60;
    private static final int LONGEST_ADDRESS = 200;
    private static final int LONGEST_LIST = 4000;

    private final CentreForm form;
    private final Errors errors;
    private final Set<String> seen = new HashSet<>();

    CentreFormReader(CentreForm form, Errors errors) {
        this.form = form;
        this.errors = errors;
    }

    /** Empty after each fault was put to its field. */
    Optional<CentreChange> read() {
        String name = FieldErrors.check(errors, "name", text(form.getName(), LONGEST_NAME, "city.name.required"));
        String code = FieldErrors.check(errors, "code", letters());
        String gbCode = gbCode();
        String centreName = FieldErrors.check(
                errors, "centreName", text(form.getCentreName(), LONGEST_CENTRE_NAME, "city.centreName.required"));
        LandlineNumber phone = FieldErrors.check(errors, "phone", LandlineNumber.parse(form.getPhone()));
        String address =
                FieldErrors.check(errors, "address", text(form.getAddress(), LONGEST_ADDRESS, "city.address.required"));
        Set<StreetId> removed = new HashSet<>();
        Map<StreetId, String> renamed = new HashMap<>();
        readRows(removed, renamed);
        List<String> added = added();
        int streets = renamed.size() + added.size();
        if (streets == 0 && !errors.hasFieldErrors("newStreets")) {
            FieldErrors.reject(errors, "newStreets", "city.streets.required");
        } else if (streets > MOST_STREETS) {
            FieldErrors.reject(errors, "newStreets", "city.streets.too-many", MOST_STREETS);
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new CentreChange(
                new NewDistrictCentre(
                        Objects.requireNonNull(code),
                        Objects.requireNonNull(name),
                        gbCode,
                        Objects.requireNonNull(centreName),
                        Objects.requireNonNull(address),
                        Objects.requireNonNull(phone),
                        added),
                renamed,
                removed));
    }

    private Checked<String> letters() {
        String code = ChineseText.code(form.getCode()).toUpperCase(Locale.ROOT);
        return code.matches("[A-Z]{2}") ? Checked.ok(code) : Checked.refused("city.code.form");
    }

    private @Nullable String gbCode() {
        String code = ChineseText.code(form.getGbCode());
        if (!code.isEmpty() && !code.matches("[0-9]{6}")) {
            FieldErrors.reject(errors, "gbCode", "city.gbCode.form");
        }
        return code.isEmpty() ? null : code;
    }

    private void readRows(Set<StreetId> removed, Map<StreetId, String> renamed) {
        for (int i = 0; i < form.getStreets().size(); i++) {
            CentreForm.StreetRow row = form.getStreets().get(i);
            StreetId id = id(row.getId());
            if (id == null) {
                continue;
            }
            if (row.isRemove()) {
                removed.add(id);
                continue;
            }
            String at = "streets[" + i + "].name";
            String name = FieldErrors.check(errors, at, text(row.getName(), LONGEST_NAME, "city.street.required"));
            if (name != null && !seen.add(ChineseText.fold(name))) {
                FieldErrors.reject(errors, at, "city.street.twice", name);
            }
            renamed.put(id, Objects.requireNonNullElse(name, ""));
        }
    }

    private List<String> added() {
        List<String> added = new ArrayList<>();
        String typed =
                FieldErrors.check(errors, "newStreets", ChineseText.paragraphs(form.getNewStreets(), LONGEST_LIST));
        for (String part : Objects.requireNonNullElse(typed, "").split("[\\n、，,；;]")) {
            String name = ChineseText.clean(part);
            if (name.isEmpty()) {
                continue;
            }
            int length = ChineseText.length(name);
            if (length < SHORTEST || length > LONGEST_NAME) {
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

    private static Checked<String> text(String typed, int longest, String whenMissing) {
        Checked<String> read = ChineseText.required(typed, longest);
        if (!read.isOk()) {
            return read.reason().code().endsWith(".required") ? Checked.refused(whenMissing) : read;
        }
        return ChineseText.length(read.value()) < SHORTEST ? Checked.refused("city.text.too-short") : read;
    }

    private static @Nullable StreetId id(String text) {
        try {
            return StreetId.of(text);
        } catch (IllegalArgumentException tamperedWith) {
            return null;
        }
    }
}
