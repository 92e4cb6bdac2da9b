package org.maintenancefund.fundaccount;

import java.time.LocalDate;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;

/**
 * A confirmed account.
 *
 * @param openingBalance what lay in it at the end of the opening day
 */
public record FundAccountView(
        FundAccountId id,
        String bank,
        String name,
        String number,
        Custody custody,
        Money openingBalance,
        LocalDate openingDay) {

    /** As lists and sentences call it: the bank and the last four digits. */
    public String named() {
        return Messages.of("fundaccount.named", bank, number.substring(number.length() - 4));
    }
}
