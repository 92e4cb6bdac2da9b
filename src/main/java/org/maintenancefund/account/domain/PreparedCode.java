package org.maintenancefund.account.domain;

import org.maintenancefund.kernel.OneTimeCode;

/**
 * A new 激活码 with its hash. Made before the transaction that gives it to somebody: hashing takes long on purpose, and nobody
 * should wait for it behind a lock or for a connection.
 */
public record PreparedCode(OneTimeCode code, String hash) {}
