package org.maintenancefund.fundaccount;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.ledger.FundAccountId;

/**
 * An account however far it is, with who answers for it.
 *
 * @param returnReason why it was given back; empty where it wasn't
 * @param version      counts its changes, for optimistic locking; a form carries it
 */
public record FundAccountRecord(
        FundAccountId id,
        FundAccountDetails details,
        FundAccountState state,
        UUID proposedBy,
        String proposedByName,
        Instant proposedAt,
        @Nullable String decidedByName,
        @Nullable Instant decidedAt,
        String returnReason,
        int version) {

    public boolean isProposedBy(CurrentUser user) {
        return proposedBy.equals(user.operatorId().value());
    }

    public boolean isConfirmed() {
        return state == FundAccountState.CONFIRMED;
    }
}
