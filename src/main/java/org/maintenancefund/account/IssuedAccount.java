package org.maintenancefund.account;

import java.time.Instant;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.kernel.OneTimeCode;

/**
 * An account just made or led back to its initial password. The code is nowhere else but here: hand it over, then forget it.
 *
 * @param id             the account
 * @param username       用户名
 * @param activationCode 激活码
 * @param validUntil     until when the code works
 */
public record IssuedAccount(OperatorId id, String username, OneTimeCode activationCode, Instant validUntil) {}
