package org.maintenancefund.ledger;

import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.money.Money;

/** What the books of a fund account consist of; all together they are always nothing. */
public enum LedgerAccount implements Labelled {
    /** 专户: what lies in the bank. */
    BANK(true),
    /** 待清分: what came in and is not booked to households yet. */
    UNALLOCATED(false),
    /** 分户账: what each household has. */
    HOUSEHOLD(false),
    /** 期初待分: what lay there from the beginning and no household has yet. */
    OPENING(false),
    /** 待分配收益: interest that is not distributed. */
    INCOME(false),
    /** 使用待列: what was spent and is not taken off the households yet. */
    SPENDING(true);

    private final boolean debit;

    LedgerAccount(boolean debit) {
        this.debit = debit;
    }

    /** A sum of postings as people read it: more than nothing on the side that this account grows on. */
    public Money natural(Money sum) {
        return debit ? sum : sum.negated();
    }
}
