package org.maintenancefund.bank.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.bank.statement.BankLineKind;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.unit.UnitId;

/**
 * What a line is taken for.
 *
 * @param unit        whose 分户账 an owner's own transfer comes to
 * @param returnsLine the line whose money it sends back
 * @param entry       what was booked by it; null where nothing was
 * @param proposer    null where it is the system
 */
public record Assignment(
        UUID id,
        UUID line,
        BankLineKind kind,
        MatchBasis basis,
        AssignmentState state,
        @Nullable UnitId unit,
        @Nullable UUID returnsLine,
        String note,
        @Nullable String entry,
        Instant proposedAt,
        @Nullable UUID proposer,
        @Nullable String proposerName,
        @Nullable Instant decidedAt,
        @Nullable String deciderName,
        @Nullable Instant undoneAt,
        @Nullable String undoneByName,
        @Nullable String undoneReason,
        List<SlipShare> slips) {

    public Assignment {
        slips = List.copyOf(slips);
    }

    /** Whether the person may confirm it: not who proposed it. */
    public boolean mayBeConfirmedBy(CurrentUser user) {
        return state == AssignmentState.PROPOSED && !user.operatorId().value().equals(proposer);
    }

    /** Whether it can be taken for something else again by one step; what was booked is reversed in the books. */
    public boolean isUndoable() {
        return state == AssignmentState.CONFIRMED && kind != BankLineKind.RETURNED && entry == null;
    }

    public Money total() {
        return Money.sum(slips.stream().map(SlipShare::amount));
    }
}
