package org.maintenancefund.bank.statement;

import org.maintenancefund.kernel.Labelled;

/** Who found out which slips a line pays. */
public enum MatchedBy implements Labelled {
    /** 自动匹配: the system alone, by the numbers in the text. */
    SYSTEM("NUMBER"),
    /** The system proposed, and a person confirmed. */
    CONFIRMED("PART", "PAYER", "COMBINATION"),
    /** People alone. */
    PERSON("PERSON");

    private final String[] bases;

    MatchedBy(String... bases) {
        this.bases = bases;
    }

    /** As {@code bank_assignment.basis} says it. */
    String[] bases() {
        return bases.clone();
    }
}
