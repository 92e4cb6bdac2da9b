package org.maintenancefund.bank.payer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;

/**
 * An account that a company pays from.
 *
 * @param name         as the bank calls whose it is
 * @param confirmed    whether matching uses it
 * @param since        when it was told or learned
 * @param proposer     who told it; null where it was learned from a match that people confirmed
 * @param deciderName  who confirmed what another one told; null before
 */
public record PayerAccount(
        UUID company,
        String companyName,
        String number,
        String name,
        boolean confirmed,
        Instant since,
        @Nullable UUID proposer,
        @Nullable String proposerName,
        @Nullable String deciderName) {

    /** Whether the person may confirm it: not who told it. */
    public boolean mayBeConfirmedBy(CurrentUser user) {
        return !confirmed && !user.operatorId().value().equals(proposer);
    }
}
