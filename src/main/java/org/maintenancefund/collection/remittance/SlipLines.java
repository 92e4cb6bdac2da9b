package org.maintenancefund.collection.remittance;

import java.time.LocalDate;
import java.util.List;
import org.maintenancefund.kernel.money.Money;

/** What the bank's statements say of the money of a slip; offered by the module that reads them. Whoever asks has made sure that the person may see the slip. */
public interface SlipLines {

    /** The lines that pay it now, the first first. */
    List<Line> of(SlipId slip);

    /**
     * A line of the bank.
     *
     * @param amount how much of it pays the slip
     * @param payer  as the bank calls them
     * @param ending the last digits of the account that it came from; empty where the bank doesn't say
     */
    record Line(LocalDate day, Money amount, String payer, String ending) {}
}
