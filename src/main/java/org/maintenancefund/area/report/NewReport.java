package org.maintenancefund.area.report;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.PersonName;

/**
 * A report as it is made.
 *
 * @param token    made with the empty form: a form sent twice is one report
 * @param district where the missing area lies; null for the other kinds
 * @param areas    names or numbers of the areas concerned, as written
 */
record NewReport(
        UUID token,
        ReportKind kind,
        @Nullable DistrictId district,
        String areas,
        String description,
        PersonName contactName,
        MobileNumber contactMobile) {}
