package org.maintenancefund.billing.standard;

import java.time.YearMonth;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitUse;

/** Standards in the words of pages, messages and the trail. */
final class StandardWords {

    private StandardWords() {}

    /** 住宅，有电梯. */
    static String kind(UnitUse use, boolean lift) {
        return Messages.of("billing.standard.kind", use.label(), lift(lift).label());
    }

    static LiftChoice lift(boolean lift) {
        return lift ? LiftChoice.WITH : LiftChoice.WITHOUT;
    }

    /** 0.25 元/㎡·月. */
    static String rate(Rate rate) {
        return Messages.of("billing.standard.rate", rate);
    }

    static String whole(UnitUse use, boolean lift, Rate rate, YearMonth from) {
        return Messages.of("billing.standard.whole", kind(use, lift), rate(rate), from);
    }
}
