package org.maintenancefund.committee;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.domain.CommitteeState;
import org.maintenancefund.kernel.MobileNumber;

/**
 * A committee as others read it on a day.
 *
 * @param status as its terms and that day make it
 * @param term   the term that counts on that day, see {@link Term#on}; null for a preparatory group
 * @param terms  all of them, by number, those still to begin too
 */
public record CommitteeView(
        CommitteeId id,
        String name,
        CommitteeAttribute attribute,
        CommitteeStatus status,
        AreaId area,
        DistrictId district,
        @Nullable Term term,
        List<Term> terms,
        @Nullable String filingNumber,
        String officeAddress,
        String contactName,
        MobileNumber contactMobile) {

    public CommitteeView {
        terms = List.copyOf(terms);
    }

    /** As it stands on that day. */
    public static CommitteeView of(
            CommitteeId id,
            AreaId area,
            DistrictId district,
            CommitteeState state,
            List<Term> terms,
            boolean dissolved,
            LocalDate day) {
        return new CommitteeView(
                id,
                state.name(),
                state.attribute(),
                dissolved ? CommitteeStatus.DISSOLVED : CommitteeStatus.of(terms, day),
                area,
                district,
                Term.on(day, terms).orElse(null),
                terms,
                filingNumber(state, terms, day),
                state.officeAddress(),
                state.contactName(),
                state.contactMobile());
    }

    /** That of the last term that was approved; before it begins the one of today's term is not shown as if it were. */
    private static @Nullable String filingNumber(CommitteeState state, List<Term> terms, LocalDate day) {
        boolean coming = terms.stream().anyMatch(term -> term.start().isAfter(day))
                && Term.on(day, terms).isPresent();
        return coming ? null : state.filingNumber();
    }

    /** 正式，第 2 届，… or 临时. */
    public String standing() {
        return term == null ? attribute.label() : attribute.label() + "，" + term;
    }
}
