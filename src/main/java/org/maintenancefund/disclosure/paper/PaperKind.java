package org.maintenancefund.disclosure.paper;

import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.Messages;

/** What a paper is given out for. */
public enum PaperKind implements Labelled {
    /** 缴款证明: that somebody paid for a unit. */
    PAYMENT_PROOF,
    /** 余额证明: what a household has in the fund on a day, for a sale. */
    BALANCE,
    /** 分户账对账单: what was booked to a household from a day to another. */
    STATEMENT;

    /** The heading of the paper. */
    public String title() {
        return Messages.of("disclosure.paper.title." + name());
    }
}
