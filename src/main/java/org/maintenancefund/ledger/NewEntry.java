package org.maintenancefund.ledger;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.money.Money;

/**
 * An entry to be posted.
 *
 * @param day       that it is of; it lands in the month of that day, or the first open one where that is closed
 * @param reference what it is of: the number of a slip, a line of the bank
 * @param checker   another person than the maker; null where the kind needs one person only
 */
public record NewEntry(
        FundAccountId account,
        EntryKind kind,
        LocalDate day,
        String reference,
        List<Posting> postings,
        EntryPerson maker,
        @Nullable EntryPerson checker) {

    public NewEntry {
        postings = List.copyOf(postings);
        if (!Money.sum(postings.stream().map(Posting::amount)).isZero()) {
            throw new IllegalArgumentException("the sides of an entry differ");
        }
        if (checker == null && kind.isTwoPeople()) {
            throw new IllegalArgumentException(kind + " needs two people");
        }
    }
}
