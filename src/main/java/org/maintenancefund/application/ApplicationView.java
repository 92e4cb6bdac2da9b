package org.maintenancefund.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.kernel.MobileNumber;

/**
 * An application as a page shows it.
 *
 * @param district    in charge
 * @param submittedAt of the current round
 * @param workingDays in which the current round is to be decided
 * @param dueListed   false where the holidays that the due date rests on are not known yet, so that it may move
 * @param changedAt   since when it stands as it does
 * @param notified    whether the contact was told the decision
 * @param reviseBy    where it was returned, the last day on which it can be mended
 * @param fields      the current round as a summary list
 * @param timeline    newest first
 */
public record ApplicationView(
        ApplicationNumber number,
        ApplicationKind kind,
        ReviewStatus status,
        int round,
        int version,
        String title,
        @Nullable String tag,
        DistrictId district,
        String contactName,
        MobileNumber contactMobile,
        Instant firstSubmittedAt,
        Instant submittedAt,
        int workingDays,
        LocalDate dueOn,
        boolean dueListed,
        Instant changedAt,
        boolean notified,
        @Nullable LocalDate reviseBy,
        List<DetailField> fields,
        List<ApplicationFile> files,
        List<TimelineEntry> timeline) {

    /** True where it was returned at least once. */
    public boolean resubmitted() {
        return round > 1;
    }

    /** When this round was decided; empty while it waits, and where it was withdrawn before. */
    public Optional<Instant> decidedAt() {
        return decidedAt(round);
    }

    /** When that round was decided. */
    public Optional<Instant> decidedAt(int wanted) {
        return timeline.stream()
                .filter(entry -> entry.round() == wanted && entry.action().isDecision())
                .map(TimelineEntry::at)
                .findFirst();
    }

    /** When the contact was phoned about this round in vain; null where nobody tried, and where they were reached since. */
    public @Nullable Instant missedCall() {
        return timeline.stream()
                .filter(entry -> entry.round() == round && entry.isCall())
                .findFirst()
                .filter(entry -> entry.action() == ReviewAction.CALL_MISSED)
                .map(TimelineEntry::at)
                .orElse(null);
    }

    /** What was marked to be mended when that round was returned. */
    public List<Mark> marksOf(int returned) {
        return timeline.stream()
                .filter(entry -> entry.round() == returned)
                .flatMap(entry -> entry.marks().stream())
                .toList();
    }

    /** The newest entry that carries a decision; null before the first. */
    public @Nullable TimelineEntry lastDecision() {
        return timeline.stream()
                .filter(entry -> entry.action().isDecision())
                .findFirst()
                .orElse(null);
    }
}
