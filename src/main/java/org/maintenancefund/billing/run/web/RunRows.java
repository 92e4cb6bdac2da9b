package org.maintenancefund.billing.run.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.run.RunHistory.Run;
import org.maintenancefund.billing.run.RunState;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;

/** A run as a line of 出账记录. */
final class RunRows {

    private RunRows() {}

    /** @param collects whether the reader may take it back */
    static Row row(Run run, AreaView area, boolean collects) {
        return Row.of(
                Cell.of(run.month()).under(run.kind().label()).to(address(run, area, collects)),
                Cell.of(Messages.of("billing.run.figures", Figures.of(run.bills()), run.sum()))
                        .under(run.remark().isEmpty() ? null : run.remark()),
                Cell.tag(run.state().tag(), run.state().label()).under(run.takenBackReason()),
                person(run.proposedByName(), run.proposedAt()),
                person(run.confirmedByName(), run.confirmedAt()),
                person(run.takenBackByName(), run.takenBackAt()));
    }

    private static @Nullable String address(Run run, AreaView area, boolean collects) {
        if (run.state() == RunState.PROPOSED) {
            return collects ? BillPaths.run(area, run.month()) : null;
        }
        return collects && run.state() == RunState.BILLED ? BillPaths.takeBack(area, run.id()) : null;
    }

    private static Cell person(@Nullable String name, @Nullable Instant at) {
        return Cell.of(name).under(at == null ? null : Times.minute(at));
    }
}
