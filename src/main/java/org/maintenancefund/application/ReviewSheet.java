package org.maintenancefund.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DueDate;

/**
 * All a reviewer needs to decide, beside the application itself.
 *
 * @param round          the round that is shown, the current one unless an earlier one is asked for
 * @param fields         what it says
 * @param files          the scans it came with
 * @param before         what each line was in the round before, by key; empty in the first round
 * @param asked          what was marked to be mended when the round before was returned
 * @param places         what can be marked now
 * @param checks         系统比对: as it is now while it waits, afterwards as it was at the decision
 * @param checkedAt      when that was; null while it waits
 * @param paperDocuments whose arrival is noted
 * @param papersReceived those of them that had come by an earlier round
 * @param owed           those that an approval didn't wait for
 * @param mayDecide      false where the reviewer entered it
 */
public record ReviewSheet(
        ApplicationView application,
        int round,
        List<DetailField> fields,
        List<ApplicationFile> files,
        Map<String, List<String>> before,
        List<Mark> asked,
        List<MarkPlace> places,
        List<ApplicationFile> filesBefore,
        List<SystemCheck> checks,
        @Nullable Instant checkedAt,
        List<String> returnReasons,
        List<String> paperDocuments,
        List<String> papersReceived,
        List<OwedPaper> owed,
        DueDate due,
        boolean mayDecide) {

    /** True where an earlier round is shown, which is only read. */
    public boolean isEarlier() {
        return round < application.round();
    }

    /** True where the reviewer who looks at it decides it now. */
    public boolean isOpen() {
        return mayDecide && !isEarlier() && application.status() == ReviewStatus.PENDING;
    }
}
