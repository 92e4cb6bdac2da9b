package org.maintenancefund.bank.statement;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;

/**
 * A line as the statement has it.
 *
 * @param row     of the file, from 1
 * @param serial  of the bank; null where the statement has none
 * @param amount  more than nothing for what came in, less for what went out
 * @param balance of the account after it
 * @param text    摘要, 用途 and 附言
 * @param twin    0, or which one it is of lines that can't be told apart by anything else
 */
public record StatementLine(
        int row,
        LocalDate day,
        @Nullable LocalTime time,
        @Nullable String serial,
        Money amount,
        Money balance,
        String counterparty,
        String counterpartyAccount,
        String text,
        int twin) {

    /** What the account had before it. */
    public Money before() {
        return balance.minus(amount);
    }

    StatementLine asTwin(int ordinal) {
        return new StatementLine(
                row, day, time, serial, amount, balance, counterparty, counterpartyAccount, text, ordinal);
    }

    /**
     * By what the line is known when a later file has it again: the bank's own serial, or all that makes it another one than its
     * neighbours.
     */
    String identity() {
        return serial != null
                ? "S " + serial
                : String.join(
                        " ",
                        "L",
                        day.toString(),
                        Long.toString(amount.fen()),
                        Long.toString(balance.fen()),
                        Integer.toString(twin),
                        counterparty);
    }

    /** Whether both say the same, whichever row they stood in. */
    boolean sameAs(StatementLine other) {
        return day.equals(other.day)
                && amount.equals(other.amount)
                && balance.equals(other.balance)
                && counterparty.equals(other.counterparty)
                && counterpartyAccount.equals(other.counterpartyAccount)
                && text.equals(other.text);
    }
}
