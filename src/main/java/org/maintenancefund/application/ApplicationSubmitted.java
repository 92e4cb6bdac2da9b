package org.maintenancefund.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;

/**
 * An application was submitted, for the first time or once more. Published in the transaction: messages are written before
 * its commit, so that there is one wherever there is a submission; nothing that integrity needs listens.
 *
 * @param applicant  the organisation whose it is; null for who has no account
 * @param returnedBy who had returned it; null for the first round
 */
public record ApplicationSubmitted(
        ApplicationNumber number,
        ApplicationKind kind,
        int round,
        @Nullable OrgRef applicant,
        @Nullable OperatorId returnedBy,
        Instant at) {}
