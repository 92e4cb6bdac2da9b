package org.maintenancefund.closing;

import org.maintenancefund.kernel.Labelled;

/** What one side of an account has and the other hasn't. */
public enum ItemKind implements Labelled {
    /** 银行已列、账上未记. */
    BANK_ONLY,
    /** 账上已记、银行未列. */
    BOOKS_ONLY,
    /** 已到专户、未入分户账: it lies in 待清分, on both sides. */
    UNASSIGNED,
    /** 已申报、未到账: told by a slip, on neither side. */
    DECLARED
}
