package org.maintenancefund.web;

import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.kernel.paging.Cursor;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.paging.Slice;
import org.springframework.ui.Model;

/**
 * A list with the filter of its address, for its page and for its spreadsheet.
 *
 * @param rows what the filter finds
 */
public record ListPage<T>(ListFilter filter, Listing<T> rows) {

    /** Fills the page: {@code filter}, {@code chips}, {@code slice} and {@code total}. */
    public void show(Model model) {
        model.addAttribute("total", showRows(model) ? rows.count() : CappedCount.none());
    }

    /** The same for a page that tells no total; false where something can't be read, and so nothing is shown. */
    public boolean showRows(Model model) {
        Cursor cursor = rows.cursor(filter.typed("after"), filter.typed("before"));
        boolean readable = filter.isReadable() && cursor.isReadable();
        model.addAttribute("filter", filter);
        model.addAttribute("chips", filter.chips(cursor));
        model.addAttribute("slice", readable ? rows.page(cursor) : Slice.empty());
        return readable;
    }
}
