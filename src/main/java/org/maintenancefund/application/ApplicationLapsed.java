package org.maintenancefund.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.OrgRef;

/**
 * A returned application was left alone for too long; heard like {@link ApplicationSubmitted}.
 *
 * @param applicant the organisation whose it is; null for who has no account
 */
public record ApplicationLapsed(
        ApplicationNumber number,
        ApplicationKind kind,
        @Nullable OrgRef applicant,
        Instant at) {}
