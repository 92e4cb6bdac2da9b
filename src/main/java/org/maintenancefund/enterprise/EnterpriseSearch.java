package org.maintenancefund.enterprise;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.search.NameQuery;

/**
 * What companies are looked for by.
 *
 * @param text          any part of the name or the credit code, as typed; empty for all
 * @param district      only of this district, or null
 * @param qualification only these, or null
 * @param state         only these, or null
 * @param cursor        where the page begins; a key of {@link #KEY_PARTS} parts
 */
public record EnterpriseSearch(
        String text,
        @Nullable DistrictId district,
        @Nullable Qualification qualification,
        @Nullable EnterpriseState state,
        Cursor cursor) {

    /** How many parts the sort key of the list has. */
    public static final int KEY_PARTS = NameQuery.KEY_PARTS;

    /** The active companies of the whole city: what a committee chooses from. */
    public static EnterpriseSearch active(String text, Cursor cursor) {
        return new EnterpriseSearch(text, null, null, EnterpriseState.ACTIVE, cursor);
    }

    /** The same from another row on. */
    public EnterpriseSearch from(Cursor other) {
        return new EnterpriseSearch(text, district, qualification, state, other);
    }
}
