package org.maintenancefund.office;

import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.paging.Cursor;

/**
 * What an enterprise looks for among its offices.
 *
 * @param enterprise whose
 * @param text       any part of the name or the address, as typed; empty for all
 * @param cursor     where the page begins; a key of two parts
 */
public record OfficeSearch(EnterpriseId enterprise, String text, Cursor cursor) {

    /** How many parts the sort key of the list has. */
    public static final int KEY_PARTS = 2;
}
