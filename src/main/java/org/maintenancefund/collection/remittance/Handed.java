package org.maintenancefund.collection.remittance;

import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.web.ListFilter.Period;

/**
 * By whom and when something was handed over, as figures lead to its list.
 *
 * @param company whose it is
 * @param arrived on which days all of the slip had reached the account
 * @param booked  on which days it was booked
 */
public record Handed(Optional<UUID> company, Period arrived, Period booked) {

    private static final Period EVER = new Period(Optional.empty(), Optional.empty());

    /** By whomever, whenever. */
    public static final Handed ANY = new Handed(Optional.empty(), EVER, EVER);

    /** Whether anything is asked: then the list tells what its rows come to. */
    public boolean isAsked() {
        return !equals(ANY);
    }

    /** Of the slip {@code s}. */
    Conditions in(Conditions where, String enterprise) {
        company.ifPresent(id -> where.and(enterprise + " = :company", "company", id));
        days(where, "s.arrived_on", "arrived", arrived);
        days(where, "s.booked_on", "booked", booked);
        return where;
    }

    private static void days(Conditions where, String column, String name, Period days) {
        days.first().ifPresent(day -> where.and(column + " >= :" + name + "_first", name + "_first", day));
        days.last().ifPresent(day -> where.and(column + " <= :" + name + "_last", name + "_last", day));
    }
}
