package org.maintenancefund.unit.opening;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.OpeningState;

/**
 * A sheet of opening balances as pages see it.
 *
 * @param stateSince   when it came into its state
 * @param changed      who changed anything of it last
 * @param checked      who checked it, and when; null before
 * @param returnReason why the district returned it last, or empty
 * @param returned     who that was, and when; null where it never was
 * @param approved     who approved it, and when; null before
 * @param version      counts its changes, for optimistic locking; a form carries it
 */
public record OpeningView(
        OpeningId id,
        AreaId area,
        OpeningHeader header,
        OpeningState state,
        Instant stateSince,
        By changed,
        @Nullable By checked,
        String returnReason,
        @Nullable By returned,
        @Nullable By approved,
        int version) {

    /** Somebody, and when they did it. */
    public record By(String name, Instant at) {}

    /** How much more than the amount that was taken over the units have together; less where it is negative. */
    public Money difference(Money total) {
        return total.minus(header.takenOver());
    }

    /** Whether the difference stands there without a word. */
    public boolean isUnexplained(Money total) {
        return !difference(total).isZero() && header.explanation().isEmpty();
    }
}
