package org.maintenancefund.billing.run;

import lombok.RequiredArgsConstructor;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.money.Money;

/** How far a bill is paid. */
@RequiredArgsConstructor
public enum BillState implements Labelled {
    /** 未缴. */
    OPEN("x.allocated = 0 AND x.amount + x.adjusted > 0", "waiting"),
    /** 部分缴. */
    PARTLY("x.allocated > 0 AND x.allocated < x.amount + x.adjusted", "info"),
    /** 已缴, also where nothing is to be paid. */
    PAID("x.allocated = x.amount + x.adjusted", "ok");

    /** The same in the words of the database, of {@code x}. */
    private final String condition;

    private final String tag;

    static BillState of(Money due, Money allocated) {
        if (allocated.equals(due)) {
            return PAID;
        }
        return allocated.isZero() ? OPEN : PARTLY;
    }

    String condition() {
        return condition;
    }

    /** The tag that it is shown as. */
    public String tag() {
        return tag;
    }
}
