package org.maintenancefund.area.importing;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;

/** Collects what is wrong with one row, cell by cell; of each cell the first thing only. */
final class RowFaults {

    private final Map<ImportColumn, String> faults = new EnumMap<>(ImportColumn.class);

    RowFaults() {}

    void add(ImportColumn column, String code, Object... args) {
        add(column, Reason.of(code, args));
    }

    void add(ImportColumn column, Reason reason) {
        faults.putIfAbsent(column, column.title() + "：" + Messages.of(reason));
    }

    <T> @Nullable T check(ImportColumn column, Checked<T> checked) {
        if (checked.isOk()) {
            return checked.value();
        }
        add(column, checked.reason());
        return null;
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    String text() {
        return faults.values().stream().collect(Collectors.joining("；"));
    }
}
