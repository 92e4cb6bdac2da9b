package org.maintenancefund.office;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.search.NameQuery;

/**
 * What offices are looked for by.
 *
 * @param enterprise only this company's, or null
 * @param text       any part of the name or the address, as typed; empty for all
 * @param company    any part of the company's name or credit code, as typed; empty for all
 * @param district   only those of this 所属区, or null
 * @param state      only these, or null
 * @param cursor     where the page begins; a key of {@link #KEY_PARTS} parts
 */
public record OfficeSearch(
        @Nullable EnterpriseId enterprise,
        String text,
        String company,
        @Nullable DistrictId district,
        @Nullable OfficeState state,
        Cursor cursor) {

    /** How many parts the sort key of the list has. */
    public static final int KEY_PARTS = NameQuery.KEY_PARTS;

    /** What an enterprise looks for among its own. */
    public static OfficeSearch of(EnterpriseId enterprise, String text, Cursor cursor) {
        return new OfficeSearch(enterprise, text, "", null, null, cursor);
    }

    /** The same from another row on. */
    public OfficeSearch from(Cursor other) {
        return new OfficeSearch(enterprise, text, company, district, state, other);
    }
}
