package org.maintenancefund.area.importing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.web.Messages;

/** Collects what is wrong with one row, cell by cell. */
final class RowFaults {

    private final Messages messages;
    private final List<String> faults = new ArrayList<>();

    RowFaults(Messages messages) {
        this.messages = messages;
    }

    void add(ImportColumn column, String code, Object... args) {
        faults.add(column.title() + "：" + messages.of(code, args));
    }

    <T> @Nullable T check(ImportColumn column, Checked<T> checked) {
        if (checked.isOk()) {
            return checked.value();
        }
        faults.add(column.title() + "：" + messages.of(checked.reason()));
        return null;
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    String text() {
        return String.join("；", faults);
    }
}
