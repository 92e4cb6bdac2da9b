package org.maintenancefund.unit.opening.web;

import org.maintenancefund.kernel.Labelled;

/** What the district does with opening balances. */
enum OpeningDecision implements Labelled {
    APPROVE,
    RETURN
}
