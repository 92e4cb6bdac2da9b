package org.maintenancefund.kernel.search;

import java.util.List;
import java.util.UUID;
import org.maintenancefund.kernel.paging.Cursor;

/**
 * Behind which hit a page begins, in the direction of travel.
 *
 * @param band    position among the bands in the direction of travel
 * @param nameKey the hit's folded name
 * @param id      the hit itself
 */
public record SearchPlace(int band, String nameKey, UUID id) {

    public static final SearchPlace START = new SearchPlace(0, "", new UUID(0, 0));

    /** A cursor that belongs to another kind of search means the beginning. */
    static SearchPlace of(Cursor cursor, List<SearchBand> bands) {
        if (cursor.atStart()) {
            return START;
        }
        try {
            int band = bands.indexOf(SearchBand.valueOf(cursor.keys().get(0)));
            UUID id = cursor.id(2);
            return band < 0 ? START : new SearchPlace(band, cursor.keys().get(1), id);
        } catch (IllegalArgumentException tamperedWith) {
            return START;
        }
    }
}
