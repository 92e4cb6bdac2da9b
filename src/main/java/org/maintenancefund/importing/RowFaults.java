package org.maintenancefund.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.web.sheet.CellFault;

/**
 * Collects what is wrong with one row, or is asked about it, cell by cell; of each cell the first thing only.
 *
 * @param <C> the columns
 */
@RequiredArgsConstructor
public final class RowFaults<C extends Enum<C> & ImportedColumn> {

    private final ImportHeader<C> header;
    private final ImportLine<C> line;
    private final Map<C, CellFault> faults = new LinkedHashMap<>();

    /** Begins with what is wrong with the cells by themselves. */
    public static <C extends Enum<C> & ImportedColumn> RowFaults<C> of(ImportHeader<C> header, ImportLine<C> line) {
        RowFaults<C> faults = new RowFaults<>(header, line);
        line.faults().forEach(faults::add);
        return faults;
    }

    public void add(C column, String code, Object... args) {
        add(column, Reason.of(code, args));
    }

    public void add(C column, Reason reason) {
        faults.putIfAbsent(column, header.fault(column, line.number(), header.cell(line.cells(), column), reason));
    }

    /** The value that was read, or null after its reason was added. */
    public <T> @Nullable T check(C column, Checked<T> checked) {
        if (checked.isOk()) {
            return checked.value();
        }
        add(column, checked.reason());
        return null;
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /** In the order of the columns. */
    public List<CellFault> list() {
        return faults.keySet().stream().sorted().map(faults::get).toList();
    }
}
