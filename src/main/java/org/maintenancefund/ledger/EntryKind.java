package org.maintenancefund.ledger;

import org.maintenancefund.kernel.Labelled;

/** What an entry of the books is about. */
public enum EntryKind implements Labelled {
    /** 专户期初: what lay in the account from the beginning. */
    ACCOUNT_OPENING,
    /** 小区期初: what of it each household of an area has. */
    AREA_OPENING,
    /** A line of the bank, in or out. */
    BANK_LINE,
    /** 入账: a slip's money comes to its households. */
    SLIP_BOOKED,
    /** 业主直缴: an owner's own transfer comes to the household. */
    OWNER_PAYMENT,
    /** 首期归集: the first payments that were kept elsewhere come to their households. */
    FIRST_DEPOSIT,
    INTEREST,
    WITHDRAWAL,
    FEE;

    /** Whether two people answer for it; a line of the bank comes from the bank. */
    public boolean isTwoPeople() {
        return this != BANK_LINE;
    }
}
