package org.maintenancefund.bank.template;

import java.util.Set;
import org.maintenancefund.kernel.Labelled;

/** How a statement says whether money came in or went out. */
public enum SignRule implements Labelled {
    /** By the sign of the amount. */
    SIGNED(Set.of(StatementField.AMOUNT)),
    /** By a word beside the amount. */
    DIRECTION(Set.of(StatementField.AMOUNT, StatementField.DIRECTION)),
    /** By a column for each way. */
    TWO_COLUMNS(Set.of(StatementField.INCOME, StatementField.EXPENSE));

    private final Set<StatementField> needed;

    SignRule(Set<StatementField> needed) {
        this.needed = needed;
    }

    /** The columns without which no amount is known. */
    public Set<StatementField> needed() {
        return needed;
    }
}
