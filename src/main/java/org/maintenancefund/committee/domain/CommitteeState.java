package org.maintenancefund.committee.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.Term;

/**
 * What of a committee's record can change, checked and normalised. Kept as JSON with applications: a field may be added,
 * never renamed.
 *
 * @param termNumber 届次; with start and end only for 正式
 */
public record CommitteeState(
        CommitteeAttribute attribute,
        String name,
        @Nullable Integer termNumber,
        @Nullable LocalDate termStart,
        @Nullable LocalDate termEnd,
        @Nullable String filingNumber,
        String officeAddress,
        String contactName,
        String contactMobile) {

    /** The term of a formal committee; null for a preparatory group. */
    public @Nullable Term term() {
        return termNumber == null || termStart == null || termEnd == null
                ? null
                : new Term(termNumber, termStart, termEnd);
    }
}
