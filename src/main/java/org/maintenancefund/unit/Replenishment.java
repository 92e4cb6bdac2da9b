package org.maintenancefund.unit;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.money.Money;

/**
 * Whether a unit has to pay in again (续交): its balance is less than 30 % of what was paid in first (住宅专项维修资金管理办法
 * 第十七条). Nobody can say where that first amount is not known.
 */
public enum Replenishment implements Labelled {
    NEEDED,
    NOT_NEEDED,
    UNKNOWN;

    /** @param original 首期原值; null where it is not known */
    public static Replenishment of(@Nullable Money original, Money balance) {
        if (original == null) {
            return UNKNOWN;
        }
        return Math.multiplyExact(balance.fen(), 10) < Math.multiplyExact(original.fen(), 3) ? NEEDED : NOT_NEEDED;
    }

    /** The kind of tag that shows it, see fragments/page. */
    public String tag() {
        return switch (this) {
            case NEEDED -> "bad";
            case NOT_NEEDED -> "ok";
            case UNKNOWN -> "off";
        };
    }
}
