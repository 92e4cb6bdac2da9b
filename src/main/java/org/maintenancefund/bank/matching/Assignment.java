package org.maintenancefund.bank.matching;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import lombok.With;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * What a line is taken for.
 *
 * @param unit        whose 分户账 an owner's own transfer comes to
 * @param months      that an owner's own transfer names
 * @param returnsLine the line whose money it sends back
 * @param entry       what was booked by it; null where nothing was
 * @param proposer    null where it is the system
 * @param undoAsked   by whom and why it is to be taken back, where that waits for another person
 * @param households  whom 首期归集 comes to
 */
public record Assignment(
        UUID id,
        UUID line,
        BankLineKind kind,
        MatchBasis basis,
        AssignmentState state,
        @Nullable UnitId unit,
        List<YearMonth> months,
        @Nullable UUID returnsLine,
        String note,
        @Nullable String entry,
        Instant proposedAt,
        @Nullable UUID proposer,
        @Nullable String proposerName,
        @Nullable Instant decidedAt,
        @Nullable String deciderName,
        @Nullable UndoAsked undoAsked,
        @Nullable Instant undoneAt,
        @Nullable String undoneByName,
        @Nullable String undoneReason,
        @With List<SlipShare> slips,
        @With List<HouseholdShare> households) {

    /** 申请撤销 of what is booked. */
    public record UndoAsked(UUID person, String name, Instant at, String reason) {}

    public Assignment {
        months = List.copyOf(months);
        households = List.copyOf(households);
        slips = List.copyOf(slips);
    }

    /** Whether the person may confirm it: not who proposed it. */
    public boolean mayBeConfirmedBy(CurrentUser user) {
        return state == AssignmentState.PROPOSED && !user.operatorId().value().equals(proposer);
    }

    /** Whether the line can be taken for something else again: by one person, and by two where it is booked. */
    public boolean isUndoable() {
        return state == AssignmentState.CONFIRMED && kind != BankLineKind.RETURNED && undoAsked == null;
    }

    public boolean isBooked() {
        return entry != null;
    }

    /** Whether the person may take back what another one asked to take back. */
    public boolean mayBeUndoneBy(CurrentUser user) {
        return undoAsked != null && !user.operatorId().value().equals(undoAsked.person());
    }

    /** Whose bills it pays; null where it pays none. */
    @Nullable
    UnitId payer() {
        return kind == BankLineKind.OWNER_PAYMENT ? unit : null;
    }

    public Money total() {
        return Money.sum(slips.stream().map(SlipShare::amount));
    }
}
