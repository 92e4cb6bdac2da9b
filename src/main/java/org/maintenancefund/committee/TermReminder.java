package org.maintenancefund.committee;

import java.time.LocalDate;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.MobileNumber;

/**
 * A committee is to be reminded of its term, or a preparatory group of what it was made for; published in a transaction, each
 * morning as long as it holds: who tells people tells them once for each {@link #key()}.
 *
 * @param occasion why
 * @param days     so many days before the end it is for: 90, 30, 0; of a group how many years it is registered
 * @param day      when the term ends; of a group the day of the year
 */
public record TermReminder(
        CommitteeId committee,
        String name,
        DistrictId district,
        String contactName,
        MobileNumber contactMobile,
        Occasion occasion,
        int days,
        LocalDate day) {

    /** Why somebody is reminded. */
    public enum Occasion {
        TERM_ENDING,
        TERM_ENDED,
        PREPARATORY_YEAR
    }

    /** The same for all that is told of it once. */
    public String key() {
        return "term " + committee + " " + day + " " + days;
    }
}
