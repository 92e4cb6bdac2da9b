package org.maintenancefund.account;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the configuration says of accounts; their other limits are {@link AccountLimits}.
 *
 * @param oneSession             whether a new session ends the account's others
 * @param longestSession         a session ends after this, however busy
 * @param firstAdministrator     whether an empty database gets its first system administrator at the start
 * @param firstAdministratorFile where the first administrator's code is written, readable by the owner alone
 */
@ConfigurationProperties("app.account")
public record AccountProperties(
        @DefaultValue("true") boolean oneSession,
        @DefaultValue("12h") Duration longestSession,
        @DefaultValue("true") boolean firstAdministrator,
        @DefaultValue("data/first-administrator.txt") Path firstAdministratorFile) {}
