package org.maintenancefund.bank.matching;

import org.maintenancefund.kernel.Labelled;

/** What a line is taken for something by. */
public enum MatchBasis implements Labelled {
    /** The text names the slips, and they come to the amount: the system alone. */
    NUMBER,
    /** The text names a slip of which this is a part. */
    PART,
    /** The amount, and an account that the company has paid from before. */
    PAYER,
    /** Several slips of the payer come to the amount. */
    COMBINATION,
    PERSON
}
