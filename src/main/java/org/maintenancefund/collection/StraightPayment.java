package org.maintenancefund.collection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.unit.UnitId;

/**
 * 业主直缴: what an owner transferred straight into an account of the fund.
 *
 * @param amount    more than nothing
 * @param day       on which the bank has it
 * @param months    that the payer names to be paid first; empty for the earliest open ones
 * @param payer     as the bank calls them; may be empty
 * @param reference of the bank's line, in words
 */
public record StraightPayment(
        FundAccountId account,
        UnitId unit,
        Money amount,
        LocalDate day,
        List<YearMonth> months,
        String payer,
        String reference) {

    public StraightPayment {
        months = List.copyOf(months);
    }
}
