package org.maintenancefund.disclosure.reminder;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Labelled;

/** Whom a batch is for. */
public enum SoldChoice implements Labelled {
    ALL(null),
    /** 已售: the owners. */
    SOLD(true),
    /** 未售: 建设单位. */
    UNSOLD(false);

    final @Nullable Boolean sold;

    SoldChoice(@Nullable Boolean sold) {
        this.sold = sold;
    }

    static SoldChoice of(@Nullable Boolean sold) {
        return sold == null ? ALL : sold ? SOLD : UNSOLD;
    }
}
