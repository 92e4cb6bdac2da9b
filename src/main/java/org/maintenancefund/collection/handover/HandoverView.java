package org.maintenancefund.collection.handover;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.collection.handover.HandoverRights.Side;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.money.Money;

/**
 * A hand-over as its page and its paper show it.
 *
 * @param side      whose people look at it
 * @param due       whether it is to be done as things stand; what is done is not
 * @param former    the company that hands over
 * @param until     the last day on which that collected
 * @param successor the company that goes on, or that would as things stand; null where there is none
 * @param from      the first day of that one's mandate; null where it is done
 * @param over      whether the former company collects there no longer
 * @param matters   as they are frozen; while they are written down with today's figures
 * @param today     the same with today's figures
 */
public record HandoverView(
        HandoverNumber number,
        AreaView area,
        Side side,
        HandoverState state,
        boolean due,
        boolean over,
        Party former,
        LocalDate until,
        @Nullable Party successor,
        @Nullable LocalDate from,
        Signed opened,
        @Nullable Signed handed,
        @Nullable String objection,
        @Nullable Signed settled,
        @Nullable String releasedBecause,
        List<Matter> matters,
        List<Matter> today,
        int version) {

    /** A company. */
    public record Party(EnterpriseId id, String name) {}

    /** Who did something, and when. */
    public record Signed(String person, Instant at) {}

    public HandoverView {
        matters = List.copyOf(matters);
        today = List.copyOf(today);
    }

    /** Whether the person writes down what is said of the matters. */
    public boolean isEdited() {
        return state.isEdited() && (side == Side.FORMER || side == Side.DISTRICT);
    }

    public boolean mayHandOver() {
        return isEdited() && side == Side.FORMER;
    }

    public boolean mayRelease() {
        return isEdited() && side == Side.DISTRICT;
    }

    public boolean mayTakeBack() {
        return state == HandoverState.HANDED_OVER && side == Side.FORMER;
    }

    public boolean mayReceive() {
        return state == HandoverState.HANDED_OVER && side == Side.SUCCESSOR;
    }

    /** Today's figures, with what somebody says of them. */
    List<Matter> said(List<Matter> words) {
        return today.stream()
                .map(matter -> words.stream()
                        .filter(word -> word.kind() == matter.kind())
                        .findFirst()
                        .map(word -> matter.said(word.handed(), word.settler(), word.dueOn(), word.note()))
                        .orElse(matter))
                .toList();
    }

    /** 代收在途 as it is frozen. */
    public Money held() {
        return held(matters);
    }

    /** What of it is left today. */
    public Money heldToday() {
        return held(today);
    }

    private static Money held(List<Matter> of) {
        return Money.sum(
                of.stream().filter(matter -> matter.kind().isHeld()).map(matter -> new Money(matter.amount())));
    }

    /** The figures as a form carries them, so that nobody hands over others than they saw. */
    public String fingerprint() {
        return today.stream()
                .filter(matter -> !matter.kind().isDocument())
                .map(matter -> matter.items() + ":" + matter.amount())
                .collect(Collectors.joining(","));
    }
}
