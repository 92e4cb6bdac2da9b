package org.maintenancefund.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.city.DueDate;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.MobileNumber;

/**
 * A row of a queue.
 *
 * @param waited      working days since the (re)submission
 * @param today       true where that was today
 * @param due         the same words for it as on the page of the review
 * @param urgent      it waits and is overdue or due within one working day
 * @param subjectName how the subject is called today
 */
public record QueueRow(
        ApplicationNumber number,
        ReviewStatus status,
        int round,
        String title,
        @Nullable String tag,
        SubjectName subjectName,
        String contactName,
        MobileNumber contactMobile,
        Instant submittedAt,
        DueDate due,
        int waited,
        boolean today,
        boolean urgent,
        boolean notified) {

    /** 今天, 3 个工作日; on a Saturday nothing has waited for a working day since Friday. */
    public String waitedWords() {
        return today
                ? Messages.of("application.waited.today")
                : waited == 0 ? Messages.of("application.waited.less") : Messages.of("application.waited.days", waited);
    }

    /** Decided, and nobody has told the applicant yet. */
    public boolean isUnnotified() {
        return !notified && ReviewAction.NOTIFY.isPossibleIn(status);
    }

    /** A resubmission that waits: its own tag in the queue. */
    public boolean resubmitted() {
        return status == ReviewStatus.PENDING && round > 1;
    }
}
