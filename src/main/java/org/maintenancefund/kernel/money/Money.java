package org.maintenancefund.kernel.money;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;

/**
 * An amount of money (金额) in renminbi, of any sign. A sum that a {@code long} can't hold fails
 * ({@link ArithmeticException}) and never wraps around.
 *
 * @param fen hundredths of a yuan
 */
public record Money(long fen) implements Comparable<Money>, Serializable {

    public static final Money ZERO = new Money(0);

    private static final DecimalText TEXT = new DecimalText("kernel.money.required", 2, 99_999_999_999_999L);

    /** Reads an amount that was typed, zero or more: 1,234.56. */
    public static Checked<Money> parse(@Nullable String typed) {
        return TEXT.readNotNegative(typed).map(Money::new);
    }

    /** The same where nothing is no amount: a receipt. */
    public static Checked<Money> parsePositive(@Nullable String typed) {
        return TEXT.readPositive(typed).map(Money::new);
    }

    /** The same of either sign: an adjustment, a line of a bank statement. */
    public static Checked<Money> parseSigned(@Nullable String typed) {
        return TEXT.read(typed).map(Money::new);
    }

    public static Money sum(Stream<Money> amounts) {
        return amounts.reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(fen, other.fen));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(fen, other.fen));
    }

    public Money negated() {
        return new Money(Math.negateExact(fen));
    }

    public boolean isPositive() {
        return fen > 0;
    }

    public boolean isNegative() {
        return fen < 0;
    }

    public boolean isZero() {
        return fen == 0;
    }

    /** In yuan, for spreadsheets and inputs, which keep figures plain. */
    public BigDecimal decimal() {
        return TEXT.decimal(fen);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /** As people read it: 1,234.56. */
    @Override
    public String toString() {
        return TEXT.shown(fen);
    }
}
