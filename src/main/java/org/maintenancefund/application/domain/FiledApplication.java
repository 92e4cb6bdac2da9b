package org.maintenancefund.application.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.application.ApplicationFile;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.Mark;
import org.maintenancefund.application.OwedPaper;
import org.maintenancefund.application.PaperReceipt;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.application.TimelineEntry;

/**
 * An application with all its rounds and 办理记录, read for being shown. What changes one works on {@link Application}.
 *
 * @param enteredBy who entered the current round under an account; null for who holds the 回执码
 * @param workingDays in which the current round is to be decided
 * @param changedAt since when it stands as it does
 * @param reviseBy  where it is returned, the last day on which it can be mended
 * @param owed      paper documents that the approval didn't wait for
 * @param timeline  newest first
 */
public record FiledApplication(
        ApplicationNumber number,
        ApplicationKind kind,
        ReviewStatus status,
        int round,
        int version,
        ApplicationSummary summary,
        @Nullable OperatorId enteredBy,
        Instant firstSubmittedAt,
        Instant submittedAt,
        int workingDays,
        LocalDate dueOn,
        Instant changedAt,
        @Nullable LocalDate reviseBy,
        boolean notified,
        List<Round> rounds,
        List<OwedPaper> owed,
        List<TimelineEntry> timeline) {

    /**
     * What was submitted in a round, and what its decision stood on.
     *
     * @param details as JSON
     */
    public record Round(
            String details,
            List<ApplicationFile> files,
            List<PaperReceipt> papers,
            List<SystemCheck> checks,
            List<Mark> marks) {}

    public Round round(int wanted) {
        return rounds.get(wanted - 1);
    }

    public Round lastRound() {
        return round(round);
    }

    /** Never by the person who entered this round, see {@link Application#decide}. */
    boolean mayBeDecidedBy(OperatorId reviewer) {
        return !reviewer.equals(enteredBy);
    }
}
