package org.maintenancefund.difference.register;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.DifferenceOwner;
import org.maintenancefund.difference.DifferenceState;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;

/**
 * A difference as lists and its page show it.
 *
 * @param subject      what it is of, as people call it
 * @param area         the name of the area; null where it is of none
 * @param company      the name of the organisation it is about; null where it is about none
 * @param district     whose people see it; null where it is none's
 * @param text         what was told; empty where the sentence of its kind says it
 * @param link         where it is seen; empty where that is nowhere
 * @param ownerName    who has taken it on; null where nobody has yet
 * @param raisedByName null where the system raised it
 * @param closingEntry by which entry it was put right; null where by none, or not yet
 * @param version      counts its changes, for optimistic locking; a form carries it
 */
public record DifferenceView(
        DifferenceNumber number,
        DifferenceKind kind,
        String reference,
        String subject,
        @Nullable String area,
        @Nullable String company,
        @Nullable DistrictId district,
        @Nullable Money amount,
        LocalDate day,
        String text,
        String link,
        DifferenceOwner owner,
        @Nullable String ownerName,
        LocalDate dueOn,
        DifferenceState state,
        Instant raisedAt,
        @Nullable String raisedByName,
        @Nullable String closingEntry,
        @Nullable Instant settledAt,
        int version) {

    /** What doesn't agree, in a sentence. */
    public String sentence() {
        return text.isEmpty() ? Messages.of("difference.sentence." + kind, subject, day) : text;
    }

    public boolean isLive() {
        return state != DifferenceState.SETTLED;
    }

    public boolean isOverdue(LocalDate today) {
        return isLive() && dueOn.isBefore(today);
    }

    public boolean isOf(CurrentUser user) {
        return DifferenceRights.looksAfter(owner, district, user);
    }

    /** Whether the person may give it into other hands. */
    public boolean isHandedBy(CurrentUser user) {
        return isLive() && DifferenceRights.hands(owner, district, user);
    }
}
