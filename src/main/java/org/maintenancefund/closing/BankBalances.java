package org.maintenancefund.closing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;

/** What the bank's own lines say of the accounts, for the closing of a month. */
public interface BankBalances {

    /**
     * What an account had after its last line of the month or before.
     *
     * @param day of that line
     */
    record Told(FundAccountId account, Money balance, LocalDate day) {}

    /**
     * Something that one side has and the other hasn't.
     *
     * @param reference its number or serial
     * @param text      what tells it to a person
     * @param amount    more than nothing what came in
     */
    record Item(FundAccountId account, ItemKind kind, LocalDate day, String reference, String text, Money amount) {}

    /** Of all accounts of which lines are known. */
    List<Told> balances(YearMonth month);

    /** At the end of the month, of all accounts, the earliest first. */
    List<Item> items(YearMonth month);
}
