package org.maintenancefund.collection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.EntryNumber;
import org.maintenancefund.ledger.EntryPerson;
import org.maintenancefund.unit.UnitId;

/**
 * 业主直缴: payments that no company holds. Each is a receipt that is in the account and in the household's books from the beginning, pays the
 * household's open months as any other does, and is never declared. In the transaction of whoever knows of the bank's line, which has locked
 * the areas (shared) and then {@link #lock}s the household before any line of the bank.
 */
public interface StraightPayments {

    /** Nobody else pays for the unit, bills it or takes a payment of it back until the transaction ends. */
    void lock(UnitId unit);

    /**
     * Whether it could be booked now.
     *
     * @throws Refusal that names the month of which nothing is open
     */
    void requirePayable(UnitId unit, Money amount, List<YearMonth> months);

    /**
     * Books it to the household and lets it pay: the months that are named, then the earliest that are open; what is left is 预存.
     *
     * @return the entry of the books
     * @throws Refusal where it is of a day to come, or a month that is named is not open
     */
    EntryNumber book(StraightPayment told, EntryPerson maker, CurrentUser checker);

    /**
     * Takes it back by its exact negative, in the books and as a receipt; the months that it paid are open again.
     *
     * @param entry by which it was booked
     * @param day   that its negative in the books is of
     */
    EntryNumber takeBack(EntryNumber entry, String reason, EntryPerson maker, CurrentUser checker, LocalDate day);
}
