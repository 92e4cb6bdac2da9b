package org.maintenancefund.account;

import java.time.Instant;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.kernel.OneTimeCode;

/**
 * An account just made or led back to its initial password. The code is nowhere else but here: hand it over, then forget it.
 */
public record IssuedAccount(OperatorId id, String username, OneTimeCode activationCode, Instant validUntil) {}
