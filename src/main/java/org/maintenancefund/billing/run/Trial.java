package org.maintenancefund.billing.run;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;

/**
 * 试算: what a run would bill as things stand.
 *
 * @param counts      how many units have which outcome; those without any are left out
 * @param total       of all bills
 * @param before      bills of the month before of the same units
 * @param totalBefore their sum, without adjustments
 * @param newUnits    billed now and not the month before
 * @param goneUnits   the other way round
 * @param changed     billed both times, by another area, rate or amount
 * @param missing     what there is no standard for, in words
 * @param fingerprint of what is said of each unit
 */
public record Trial(
        AreaId area,
        YearMonth period,
        RunKind kind,
        Map<Outcome, Long> counts,
        Money total,
        long before,
        Money totalBefore,
        long newUnits,
        long goneUnits,
        long changed,
        List<String> missing,
        String fingerprint) {

    /** A sum that is so many percent larger or smaller than that of the month before wants a word. */
    public static final int PERCENT_WITHOUT_REMARK = 20;

    public Trial {
        counts = Map.copyOf(counts);
        missing = List.copyOf(missing);
    }

    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }

    /** How many bills it makes. */
    public long bills() {
        return count(Outcome.BILLED);
    }

    /** How many units are not billed. */
    public long notBilled() {
        return counts.values().stream().mapToLong(Long::longValue).sum() - bills();
    }

    /** How much more than the month before. */
    public Money difference() {
        return total.minus(totalBefore);
    }

    /** Whether somebody has to say why the sum is so far from that of the month before. */
    public boolean wantsRemark() {
        return kind == RunKind.REGULAR
                && totalBefore.isPositive()
                && Math.multiplyExact(100, Math.abs(difference().fen()))
                        > Math.multiplyExact(PERCENT_WITHOUT_REMARK, totalBefore.fen());
    }

    /** How many units the list of changes has. */
    public long changes() {
        return newUnits + goneUnits + changed;
    }
}
