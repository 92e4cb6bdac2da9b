package org.maintenancefund.committee.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeAttribute;
import org.maintenancefund.committee.Term;

/**
 * What one round of 业委会注册 says, checked and normalised. Kept as JSON with the application: a field may be added, never
 * renamed.
 *
 * @param areaId        the property area
 * @param siblingAnswer the exceptions ticked; empty where the area has no siblings
 * @param termNumber    届次; with start and end only for 正式
 * @param operators     拟定经办人员
 */
public record CommitteeDetails(
        UUID areaId,
        List<SiblingException> siblingAnswer,
        CommitteeAttribute attribute,
        String name,
        @Nullable Integer termNumber,
        @Nullable LocalDate termStart,
        @Nullable LocalDate termEnd,
        @Nullable String filingNumber,
        String officeAddress,
        String contactName,
        String contactMobile,
        List<Person> operators) {

    public CommitteeDetails {
        siblingAnswer = List.copyOf(siblingAnswer);
        operators = List.copyOf(operators);
    }

    public AreaId area() {
        return new AreaId(areaId);
    }

    /** The same for another area: the one that the area named at the submission went into. */
    CommitteeDetails at(AreaId other) {
        return new CommitteeDetails(
                other.value(),
                siblingAnswer,
                attribute,
                name,
                termNumber,
                termStart,
                termEnd,
                filingNumber,
                officeAddress,
                contactName,
                contactMobile,
                operators);
    }

    /** The term of a formal committee; null for a preparatory group. */
    public @Nullable Term term() {
        return termNumber == null || termStart == null || termEnd == null
                ? null
                : new Term(termNumber, termStart, termEnd);
    }
}
