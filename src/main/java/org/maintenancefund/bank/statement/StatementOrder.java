package org.maintenancefund.bank.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.kernel.Reason;

/** Which line of a file was first: each balance is the one before it and the amount, in one of both directions. */
final class StatementOrder {

    private StatementOrder() {}

    /**
     * The oldest first.
     *
     * @param fault where the balances don't follow one another in either direction
     */
    record Ordered(List<StatementLine> lines, boolean newestFirst, Optional<Reason> fault) {}

    static Ordered of(List<StatementLine> file) {
        List<StatementLine> reversed = new ArrayList<>(file);
        Collections.reverse(reversed);
        int brokenAsItIs = firstBreak(file);
        int brokenReversed = firstBreak(reversed);
        boolean newestFirst = brokenAsItIs < 0 && brokenReversed < 0
                ? falls(file)
                : brokenAsItIs >= 0 && (brokenReversed < 0 || falls(file));
        List<StatementLine> lines = newestFirst ? reversed : file;
        int broken = newestFirst ? brokenReversed : brokenAsItIs;
        return new Ordered(
                List.copyOf(lines), newestFirst, broken < 0 ? Optional.empty() : Optional.of(fault(lines, broken)));
    }

    /** Place of the first line whose balance doesn't follow from the one before; -1 where all do. */
    private static int firstBreak(List<StatementLine> lines) {
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).before().equals(lines.get(i - 1).balance())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean falls(List<StatementLine> lines) {
        return lines.get(0).day().isAfter(lines.get(lines.size() - 1).day());
    }

    private static Reason fault(List<StatementLine> lines, int place) {
        StatementLine before = lines.get(place - 1);
        StatementLine line = lines.get(place);
        return Reason.of(
                "bank.check.balance",
                line.row(),
                before.balance(),
                line.amount(),
                before.balance().plus(line.amount()),
                line.balance(),
                before.row());
    }
}
