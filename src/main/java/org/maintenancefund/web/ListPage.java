package org.maintenancefund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** So many records are shown where none has the name that was looked for. */
    private static final int MOST_NEAR = 10;

    /**
     * Fills the page: {@code filter}, {@code chips}, {@code slice} and {@code total}; {@code near} is true where nothing was found
     * and the rows are what may be meant.
     */
    public void show(Model model) {
        show(model, null);
    }

    /**
     * The same where the page has counted already what there is without a filter.
     *
     * @param all null where it has not
     */
    public void show(Model model, @Nullable CappedCount all) {
        Cursor cursor = cursor();
        Slice<T> slice = showRows(model);
        if (!isReadable(cursor)) {
            model.addAttribute("total", CappedCount.none());
        } else if (all != null && filter.chips(cursor).isEmpty()) {
            model.addAttribute("total", all);
        } else {
            model.addAttribute("total", rows.count(cursor, slice));
        }
    }

    /**
     * The same where the page has counted already what the filter finds.
     *
     * @param found how many
     */
    public void showCounted(Model model, CappedCount found) {
        Cursor cursor = cursor();
        showRows(model);
        model.addAttribute("total", isReadable(cursor) ? found : CappedCount.none());
    }

    /** The same for a page that tells no total; nothing is found where something can't be read. */
    public Slice<T> showRows(Model model) {
        Cursor cursor = cursor();
        Slice<T> slice = isReadable(cursor) ? rows.page(cursor) : Slice.empty();
        boolean none = slice.isEmpty() && cursor.atStart() && isReadable(cursor);
        List<T> near = none ? rows.near(MOST_NEAR) : List.of();
        slice = near.isEmpty() ? slice : new Slice<>(near, null, null);
        model.addAttribute("near", !near.isEmpty());
        model.addAttribute("filter", filter);
        model.addAttribute("chips", filter.chips(cursor));
        model.addAttribute("slice", slice);
        return slice;
    }

    private Cursor cursor() {
        return rows.cursor(filter.typed("after"), filter.typed("before"));
    }

    private boolean isReadable(Cursor cursor) {
        return filter.isReadable() && cursor.isReadable();
    }
}
