package org.maintenancefund.area.importing;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.importing.DoubtfulRows;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.Option;

/**
 * 确认导入 as typed.
 *
 * @param byName what becomes of rows that were found by their name only
 */
record ConfirmForm(@Nullable String byName) {

    @Nullable
    DoubtfulRows choice() {
        return Arrays.stream(DoubtfulRows.values())
                .filter(value -> value.name().equals(byName))
                .findFirst()
                .orElse(null);
    }

    /** The choices where so many rows were found by their name only. */
    static List<Option> choices(int rows) {
        return List.of(
                Option.of(
                        DoubtfulRows.APPLY,
                        Messages.of("area.import.update", rows),
                        Messages.of("area.import.update.hint")),
                Option.of(
                        DoubtfulRows.SKIP,
                        Messages.of("area.import.skip", rows),
                        Messages.of("area.import.skip.hint")));
    }
}
