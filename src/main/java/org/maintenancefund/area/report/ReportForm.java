package org.maintenancefund.area.report;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/**
 * 物业区域问题反馈 as typed; the components stand in the order of the page.
 *
 * @param district chosen only where an area is missing
 * @param token    of the empty form
 */
@Labels("area.report.field.")
record ReportForm(
        @Choice(value = ReportKind.class, required = "area.report.kind.required") @Nullable
        String kind,

        @Nullable String district,

        @Text(max = 500, required = "area.report.areas.required") @Nullable
        String areas,

        @Text(max = LONGEST_DESCRIPTION, lines = true, required = "area.report.description.required") @Nullable
        String description,

        @Typed(PersonName.class) @Nullable String contactName,
        @Typed(MobileNumber.class) @Nullable String contactMobile,
        String token) {

    private static final int LONGEST_DESCRIPTION = 1000;

    /** Whoever sends a token that is none gets a new one. */
    ReportForm {
        token = Ids.read(token).orElseGet(UUID::randomUUID).toString();
    }

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

    /** What was typed, of a form without faults. */
    AreaReport toReport(ApplicationNumber number, Instant now) {
        ReportKind what = ReportKind.valueOf(Objects.requireNonNull(kind));
        return new AreaReport(
                number,
                toToken(),
                what,
                what == ReportKind.MISSING ? DistrictId.of(Objects.requireNonNull(district)) : null,
                ChineseText.clean(areas),
                ChineseText.paragraphs(description, LONGEST_DESCRIPTION).value(),
                PersonName.parse(contactName).value(),
                MobileNumber.parse(contactMobile).value(),
                now);
    }

    boolean isOfMissingArea() {
        return ReportKind.MISSING.name().equals(kind);
    }

    UUID toToken() {
        return UUID.fromString(token);
    }
}
