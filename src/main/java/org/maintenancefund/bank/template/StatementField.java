package org.maintenancefund.bank.template;

import org.maintenancefund.kernel.Labelled;

/** What a column of a bank statement can be. */
public enum StatementField implements Labelled {
    /** The account that the statement is of, on each of its lines. */
    ACCOUNT,
    DAY,
    /** Where it has a column of its own. */
    TIME,
    /** 交易流水号 that the bank gives no second line of the account. */
    SERIAL,
    /** One column for both ways. */
    AMOUNT,
    /** 借/贷 or 收/付 beside {@link #AMOUNT}. */
    DIRECTION,
    INCOME,
    EXPENSE,
    BALANCE,
    COUNTERPARTY,
    COUNTERPARTY_ACCOUNT,
    /** Where a statement names both sides: of money that comes in the counterparty is the payer. */
    PAYER,
    PAYER_ACCOUNT,
    PAYEE,
    PAYEE_ACCOUNT,
    /** 摘要, 用途 and 附言: all of them that there are, one behind the other. */
    TEXT
}
