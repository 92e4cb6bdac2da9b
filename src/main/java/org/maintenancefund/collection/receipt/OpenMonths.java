package org.maintenancefund.collection.receipt;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.maintenancefund.billing.OpenBill;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.money.Money;

/** What is open of a unit, the earliest first, and what of it payments take that name their months, one behind the other. */
final class OpenMonths {

    private final Map<YearMonth, Money> taken = new TreeMap<>();
    private final List<OpenBill> bills;

    OpenMonths(List<OpenBill> bills) {
        this.bills = List.copyOf(bills);
    }

    /** All of it, whatever was taken since. */
    List<OpenBill> bills() {
        return bills;
    }

    /**
     * How much of a payment goes to which of the months that its payer names, in their order.
     *
     * @throws Refusal that names the month of which nothing is open
     */
    Map<YearMonth, Money> takeNamed(NewReceipt told) {
        Map<YearMonth, Money> named = new TreeMap<>();
        Money rest = told.amount();
        for (YearMonth month : told.months().stream().sorted().distinct().toList()) {
            Money wanted = open(month);
            Money share = rest.compareTo(wanted) < 0 ? rest : wanted;
            if (share.isPositive()) {
                named.put(month, share);
                rest = rest.minus(share);
            }
        }
        named.forEach((month, share) -> taken.merge(month, share, Money::plus));
        return named;
    }

    private Money open(YearMonth month) {
        return bills.stream()
                .filter(bill -> bill.period().equals(month))
                .map(bill -> bill.open().minus(taken.getOrDefault(month, Money.ZERO)))
                .filter(Money::isPositive)
                .findFirst()
                .orElseThrow(() -> Refusal.because("collection.refusal.month", month));
    }
}
