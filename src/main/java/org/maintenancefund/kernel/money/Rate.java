package org.maintenancefund.kernel.money;

import java.io.Serializable;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.Messages;

/**
 * What a square metre is charged in a month (收取标准, 元/㎡·月): four decimals, more than nothing, less than a hundred yuan.
 *
 * @param tenThousandths of a yuan
 */
public record Rate(int tenThousandths) implements Comparable<Rate>, Serializable {

    private static final DecimalText TEXT = new DecimalText("kernel.rate.required", 4, 999_999);

    /** A hundredth of a square metre at a ten-thousandth of a yuan is the ten-thousandth part of a fen. */
    private static final int PARTS_OF_A_FEN = 10_000;

    public Rate {
        if (tenThousandths < 1 || tenThousandths > TEXT.most()) {
            throw new IllegalArgumentException("not a rate");
        }
    }

    /** Reads a rate that was typed, in yuan: 0.25, 0.125. */
    public static Checked<Rate> parse(@Nullable String typed) {
        return TEXT.readPositive(typed).map(rate -> new Rate(Math.toIntExact(rate)));
    }

    /**
     * What one unit is charged for one month, half a fen rounded up. Sums are made of such charges: a building or a year
     * at once would round otherwise. The SQL function {@code monthly_charge} says the same.
     */
    public Money monthlyCharge(FloorArea area) {
        return new Money((area.hundredths() * tenThousandths + PARTS_OF_A_FEN / 2) / PARTS_OF_A_FEN);
    }

    /** How a charge came about, for every paper that names one: 89.58 ㎡ × 0.25 元/㎡·月. */
    public String formula(FloorArea area) {
        return Messages.of("kernel.rate.formula", area, this);
    }

    /** In yuan, for spreadsheets and inputs. */
    public BigDecimal decimal() {
        return TEXT.decimal(tenThousandths);
    }

    @Override
    public int compareTo(Rate other) {
        return Integer.compare(tenThousandths, other.tenThousandths);
    }

    /** As people read it: 0.25, 0.125, without its unit. */
    @Override
    public String toString() {
        return TEXT.shown(tenThousandths);
    }
}
