package org.maintenancefund.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;

/**
 * A district decided a round of an application; heard like {@link ApplicationSubmitted}.
 *
 * @param decision  which of the three
 * @param applicant the organisation whose it is; null for who has no account
 */
public record ApplicationDecided(
        ApplicationNumber number,
        ApplicationKind kind,
        int round,
        ReviewAction decision,
        @Nullable OrgRef applicant,
        Instant at) {}
