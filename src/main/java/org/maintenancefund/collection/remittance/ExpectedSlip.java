package org.maintenancefund.collection.remittance;

import java.time.LocalDate;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.money.Money;

/**
 * A slip whose money an account waits for.
 *
 * @param company     whose it is, by its name today
 * @param arrived     how much of the amount has arrived so far
 * @param submittedOn the day from which on it can arrive
 */
public record ExpectedSlip(
        SlipId id,
        SlipNumber number,
        EnterpriseId enterprise,
        String company,
        Money amount,
        Money arrived,
        LocalDate submittedOn,
        SlipState state) {

    /** What is still to come. */
    public Money open() {
        return amount.minus(arrived);
    }
}
