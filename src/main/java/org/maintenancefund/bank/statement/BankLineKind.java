package org.maintenancefund.bank.statement;

import java.util.Arrays;
import java.util.List;
import org.maintenancefund.kernel.Labelled;
import org.maintenancefund.kernel.money.Money;

/** What a line of the bank is. */
public enum BankLineKind implements Labelled {
    /** 待查: nobody has said yet. */
    PENDING(Way.EITHER),
    /** 日常缴存: it pays slips. */
    REMITTANCE(Way.IN),
    /** 业主直缴: an owner's own transfer. */
    OWNER_PAYMENT(Way.IN),
    /** 首期归集. */
    FIRST_DEPOSIT(Way.IN),
    INTEREST(Way.IN),
    FEE(Way.OUT),
    /** 退票: it sends back the money of another line. */
    RETURNED(Way.EITHER),
    WITHDRAWAL(Way.OUT),
    /** 误入账: it belongs to somebody else. */
    MISTAKEN(Way.IN);

    private enum Way {
        IN,
        OUT,
        EITHER
    }

    private final Way way;

    BankLineKind(Way way) {
        this.way = way;
    }

    /** Whether a line of that amount can be one. */
    public boolean fits(Money amount) {
        return this != PENDING && (way == Way.EITHER || (way == Way.IN) == amount.isPositive());
    }

    /** What a line of that amount can be. */
    public static List<BankLineKind> of(Money amount) {
        return Arrays.stream(values()).filter(kind -> kind.fits(amount)).toList();
    }
}
