package org.maintenancefund.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.MobileNumber;

/**
 * What people are told of an application, and whom to tell.
 *
 * @param email    the contact's, where the form asks for one; empty otherwise
 * @param reviseBy where it is returned, the last day on which it can be mended
 * @param reasons  of the last decision: what was ticked, what was marked, what was written to the applicant
 * @param next     after an approval, what comes next; empty otherwise
 */
public record ToldApplication(
        ApplicationNumber number,
        ApplicationKind kind,
        String title,
        DistrictId district,
        String contactName,
        MobileNumber contactMobile,
        String email,
        LocalDate dueOn,
        @Nullable LocalDate reviseBy,
        List<String> reasons,
        String next) {

    /** Where who applied finds it. */
    public String href() {
        return kind.ownPath().map(path -> path + "/" + number).orElse("/progress");
    }

    /** Where its district finds it. */
    public String reviewHref() {
        return kind.reviewPath() + "/" + number;
    }
}
