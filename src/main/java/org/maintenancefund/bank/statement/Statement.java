package org.maintenancefund.bank.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.bank.template.StatementTemplate;
import org.maintenancefund.kernel.Reason;

/**
 * A file as it was read by a template.
 *
 * @param account the digits of the account it says it is of; null where it says none
 * @param lines   in the order of the file
 * @param unused  rows with something in them that is neither a line nor a total, nor stands above the headings
 * @param faults  why it can't be read, each with its row
 */
record Statement(
        StatementTemplate template,
        @Nullable String account,
        List<StatementLine> lines,
        List<StatementTotals> totals,
        List<Integer> unused,
        List<Reason> faults) {

    Statement {
        lines = List.copyOf(lines);
        totals = List.copyOf(totals);
        unused = List.copyOf(unused);
        faults = List.copyOf(faults);
    }
}
