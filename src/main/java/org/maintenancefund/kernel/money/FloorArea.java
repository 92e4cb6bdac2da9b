package org.maintenancefund.kernel.money;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;

/**
 * The floor area (建筑面积) of one unit, as the register of titles has it: two decimals, more than nothing, less than a
 * million square metres.
 *
 * @param hundredths of a square metre
 */
public record FloorArea(long hundredths) implements Serializable {

    private static final DecimalText TEXT = new DecimalText("kernel.floor-area.required", 2, 99_999_999);

    public FloorArea {
        if (hundredths < 1 || hundredths > TEXT.most()) {
            throw new IllegalArgumentException("not a floor area");
        }
    }

    /** Reads a floor area that was typed, in square metres: 89.58. */
    public static Checked<FloorArea> parse(@Nullable String typed) {
        return TEXT.readPositive(typed).map(FloorArea::new);
    }

    /** In square metres, for spreadsheets and inputs, which keep figures plain. */
    public BigDecimal decimal() {
        return TEXT.decimal(hundredths);
    }

    /** As people read it: 89.58, without its unit. */
    @Override
    public String toString() {
        return TEXT.shown(hundredths);
    }
}
