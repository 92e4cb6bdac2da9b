package org.maintenancefund.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.MobileNumber;

/**
 * A row of a queue.
 *
 * @param waited  working days since the (re)submission
 * @param urgency how close the due date is
 * @param subjectName how the subject is called today
 */
public record QueueRow(
        ApplicationNumber number,
        ApplicationKind kind,
        ReviewStatus status,
        int round,
        String title,
        @Nullable String tag,
        UUID subject,
        SubjectName subjectName,
        String contactName,
        MobileNumber contactMobile,
        Instant submittedAt,
        LocalDate dueOn,
        int waited,
        Urgency urgency,
        boolean told) {

    /** How an open application stands to its due date. */
    public enum Urgency {
        NONE,
        /** Due within one working day. */
        DUE,
        OVERDUE
    }

    /** A resubmission that waits: its own tag in the queue. */
    public boolean resubmitted() {
        return status == ReviewStatus.PENDING && round > 1;
    }
}
