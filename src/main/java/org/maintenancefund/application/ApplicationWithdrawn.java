package org.maintenancefund.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;

/**
 * Who applied took an application back; heard like {@link ApplicationSubmitted}.
 *
 * @param applicant the organisation whose it is; null for who has no account
 */
public record ApplicationWithdrawn(
        ApplicationNumber number,
        ApplicationKind kind,
        @Nullable OrgRef applicant,
        Instant at) {}
