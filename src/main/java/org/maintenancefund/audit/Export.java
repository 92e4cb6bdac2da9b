package org.maintenancefund.audit;

import java.util.Iterator;
import java.util.List;
import org.maintenancefund.kernel.paging.CappedCount;
import org.maintenancefund.web.Chip;
import org.maintenancefund.web.sheet.SheetColumn;

/**
 * A list on its way out of the system.
 *
 * @param name    of the list, which the file gets too; at most 31 characters, none of {@code []:*?/\}
 * @param filter  what it was narrowed down by, as the chips above the list say it
 * @param total   how many rows it has, as counted above the list
 * @param columns what of a row goes out; personal data masked
 * @param rows    all of them, best as {@link org.maintenancefund.kernel.paging.Batches}
 * @param <T>     a row
 */
public record Export<T>(
        String name, List<Chip> filter, CappedCount total, List<SheetColumn<T>> columns, Iterator<T> rows) {

    public Export {
        filter = List.copyOf(filter);
        columns = List.copyOf(columns);
    }
}
