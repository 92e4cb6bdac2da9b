package org.maintenancefund.ledger;

import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * A side of an entry.
 *
 * @param unit   whose 分户账 it is; null with every other account
 * @param amount a debit more than nothing, a credit less
 */
public record Posting(LedgerAccount account, @Nullable UnitId unit, Money amount) {

    public Posting {
        if ((account == LedgerAccount.HOUSEHOLD) != (unit != null)) {
            throw new IllegalArgumentException("a household's posting has its unit, no other has one");
        }
        if (amount.isZero()) {
            throw new IllegalArgumentException("a posting of nothing");
        }
    }

    /** Of more than nothing. */
    public static Posting debit(LedgerAccount account, Money amount) {
        return new Posting(account, null, positive(amount));
    }

    /** Of more than nothing. */
    public static Posting credit(LedgerAccount account, Money amount) {
        return new Posting(account, null, positive(amount).negated());
    }

    /** What comes to a household. */
    public static Posting credit(UnitId unit, Money amount) {
        return new Posting(LedgerAccount.HOUSEHOLD, unit, positive(amount).negated());
    }

    /** What goes from a household. */
    public static Posting debit(UnitId unit, Money amount) {
        return new Posting(LedgerAccount.HOUSEHOLD, unit, positive(amount));
    }

    private static Money positive(Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("a side of " + amount);
        }
        return amount;
    }
}
