package org.maintenancefund.area;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.StreetId;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.search.NameQuery;
import org.maintenancefund.web.ListFilter;

/**
 * What is looked for among the areas.
 *
 * @param text       any part of a name, former name, address or number; width, case and spaces do not matter; blank finds
 *                   everything
 * @param district   only areas of this district
 * @param street     only areas of this street
 * @param withMerged areas that went into another one too
 * @param among      only these; null: any
 * @param traits     what else the areas have in common
 * @param cursor     where the page begins
 */
public record AreaSearch(
        String text,
        @Nullable DistrictId district,
        @Nullable StreetId street,
        boolean withMerged,
        @Nullable Set<AreaId> among,
        AreaTraits traits,
        Cursor cursor) {

    /**
     * What areas of a list have in common; null asks nothing.
     *
     * @param type          物业类型
     * @param withCommittee with a committee in office, or without
     * @param withCompany   managed by a company or office on {@code today}, or not
     * @param withAccount   with a fund account of its own, or without
     * @param contractEnds  the days in which the last contract about it ends that nothing ended before
     * @param today         the day that is asked about
     */
    public record AreaTraits(
            @Nullable AreaType type,
            @Nullable Boolean withCommittee,
            @Nullable Boolean withCompany,
            @Nullable Boolean withAccount,
            ListFilter.@Nullable Period contractEnds,
            @Nullable LocalDate today) {

        public static final AreaTraits ANY = new AreaTraits(null, null, null, null, null, null);
    }

    /** The first page of the active areas of the whole city. */
    public static AreaSearch of(@Nullable String text) {
        return new AreaSearch(text == null ? "" : text, null, null, false, null, AreaTraits.ANY, Cursor.start());
    }

    public AreaSearch in(@Nullable DistrictId wanted) {
        return new AreaSearch(text, wanted, street, withMerged, among, traits, cursor);
    }

    public AreaSearch in(@Nullable StreetId wanted) {
        return new AreaSearch(text, district, wanted, withMerged, among, traits, cursor);
    }

    public AreaSearch includingMerged() {
        return new AreaSearch(text, district, street, true, among, traits, cursor);
    }

    public AreaSearch among(Collection<AreaId> wanted) {
        return new AreaSearch(text, district, street, withMerged, Set.copyOf(wanted), traits, cursor);
    }

    public AreaSearch having(AreaTraits wanted) {
        return new AreaSearch(text, district, street, withMerged, among, wanted, cursor);
    }

    /** Another page, from the address parameters {@code after} and {@code before} of a slice. */
    public AreaSearch page(@Nullable String after, @Nullable String before) {
        return new AreaSearch(text, district, street, withMerged, among, traits, NameQuery.cursor(after, before));
    }
}
