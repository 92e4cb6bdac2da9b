package org.maintenancefund.area;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What areas of a list have in common; null asks nothing.
 *
 * @param type          物业类型
 * @param withCommittee with a committee in office, or without
 * @param withCompany   managed by a company or office on {@code today}, or not
 * @param withAccount   with a fund account of its own, or without
 * @param today         the day that is asked about
 */
public record AreaTraits(
        @Nullable AreaType type,
        @Nullable Boolean withCommittee,
        @Nullable Boolean withCompany,
        @Nullable Boolean withAccount,
        @Nullable LocalDate today) {

    public static final AreaTraits ANY = new AreaTraits(null, null, null, null, null);
}
