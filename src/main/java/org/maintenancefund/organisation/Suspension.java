package org.maintenancefund.organisation;

import java.time.Instant;
import org.maintenancefund.access.OrgRef;

/**
 * Why an organisation's people can't sign in.
 *
 * @param cause  what was disabled: the organisation itself, or the company it belongs to
 * @param reason as it was written down; may be empty
 * @param byName who did it
 */
public record Suspension(OrgRef cause, String reason, Instant since, String byName) {}
