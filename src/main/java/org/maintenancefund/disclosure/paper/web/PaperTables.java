package org.maintenancefund.disclosure.paper.web;

import java.util.List;
import org.maintenancefund.disclosure.paper.IssuedPaper;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;

/** Papers as a table, each leading to where it is printed once more. */
final class PaperTables {

    private PaperTables() {}

    static RecordTable of(List<IssuedPaper> papers) {
        List<Row> rows = papers.stream()
                .map(paper -> Row.of(
                        Cell.of(paper.number()).to(IssuedPaperController.PATH + paper.number()),
                        Cell.of(paper.kind().label()).under(paper.receipt()),
                        Cell.of(paper.lastDay()),
                        Cell.of(paper.amount()),
                        Cell.of(issuer(paper)).under(Times.minute(paper.issuedAt()))))
                .toList();
        return RecordTable.of("disclosure.papers", rows, rows.size());
    }

    private static String issuer(IssuedPaper paper) {
        return paper.organisation() == null ? Messages.of("disclosure.paper.by-household") : paper.organisation();
    }
}
