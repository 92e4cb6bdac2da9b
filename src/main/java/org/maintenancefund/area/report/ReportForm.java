package org.maintenancefund.area.report;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.web.FieldErrors;
import org.springframework.validation.Errors;

/**
 * 物业区域问题反馈 as typed; the components stand in the order of the page.
 *
 * @param token of the empty form
 */
record ReportForm(
        @Nullable String kind,
        @Nullable String district,
        @Nullable String areas,
        @Nullable String description,
        @Nullable String contactName,
        @Nullable String contactMobile,
        @Nullable String token) {

    private static final int LONGEST_AREAS = 500;
    private static final int LONGEST_DESCRIPTION = 1000;

    static ReportForm empty(@Nullable ReportKind kind, String areas) {
        return new ReportForm(
                kind == null ? null : kind.name(),
                null,
                areas,
                null,
                null,
                null,
                UUID.randomUUID().toString());
    }

    Optional<NewReport> read(Errors errors, Districts districts) {
        ReportKind what = Arrays.stream(ReportKind.values())
                .filter(value -> value.name().equals(kind))
                .findFirst()
                .orElse(null);
        if (what == null) {
            FieldErrors.reject(errors, "kind", "area.report.kind.required");
        }
        DistrictId where =
                what == ReportKind.MISSING ? FieldErrors.check(errors, "district", readDistrict(districts)) : null;
        String which = FieldErrors.check(
                errors, "areas", told(ChineseText.required(areas, LONGEST_AREAS), "area.report.areas.required"));
        String text = FieldErrors.check(
                errors,
                "description",
                told(ChineseText.paragraphs(description, LONGEST_DESCRIPTION), "area.report.description.required"));
        if (text != null && text.isEmpty()) {
            FieldErrors.reject(errors, "description", "area.report.description.required");
        }
        PersonName name = FieldErrors.check(errors, "contactName", PersonName.parse(contactName));
        MobileNumber mobile = FieldErrors.check(errors, "contactMobile", MobileNumber.parse(contactMobile));
        if (errors.hasErrors() || what == null || which == null || text == null || name == null || mobile == null) {
            return Optional.empty();
        }
        return Optional.of(new NewReport(readToken(), what, where, which, text, name, mobile));
    }

    private UUID readToken() {
        try {
            return UUID.fromString(token == null ? "" : token);
        } catch (IllegalArgumentException tamperedWith) {
            return UUID.randomUUID();
        }
    }

    private Checked<DistrictId> readDistrict(Districts districts) {
        return districts.all().stream()
                .map(DistrictCentre::id)
                .filter(id -> id.toString().equals(district))
                .findFirst()
                .map(Checked::ok)
                .orElseGet(() -> Checked.refused("area.report.district.required"));
    }

    private static <T> Checked<T> told(Checked<T> read, String whenMissing) {
        return !read.isOk() && read.reason().code().endsWith(".required") ? Checked.refused(whenMissing) : read;
    }
}
