package org.maintenancefund.importing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * 确认导入 as typed.
 *
 * @param checked what becomes of the rows that are asked about: one of {@link DoubtfulRows}, or a tick that they were looked at and are
 *                right
 */
public record ConfirmForm(@Nullable String checked) {

    private static final String TICKED = "true";

    static final ConfirmForm EMPTY = new ConfirmForm(null);

    @Nullable
    DoubtfulRows choice() {
        return TICKED.equals(checked)
                ? DoubtfulRows.APPLY
                : Arrays.stream(DoubtfulRows.values())
                        .filter(value -> value.name().equals(checked))
                        .findFirst()
                        .orElse(null);
    }
}
