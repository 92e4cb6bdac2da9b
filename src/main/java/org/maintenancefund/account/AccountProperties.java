package org.maintenancefund.account;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of accounts; each stands here and nowhere else.
 *
 * @param codeLifetime           how long a 激活码 works
 * @param unactivatedAfter       an account nobody activated for so long is disabled
 * @param unusedAfter            an account nobody signed in to for so long is listed as 长期未使用
 * @param passwordAge            who has had a password for so long must change it at the next sign-in; none by default (ADR 5)
 * @param oneSession             whether a new session ends the account's others
 * @param longestSession         a session ends after this, however busy
 * @param firstAdministrator     whether an empty database gets its first system administrator at the start
 * @param firstAdministratorFile where the first administrator's code is written, readable by the owner alone
 */
@ConfigurationProperties("app.account")
public record AccountProperties(
        @DefaultValue("14d") Duration codeLifetime,
        @DefaultValue("30d") Period unactivatedAfter,
        @DefaultValue("180d") Period unusedAfter,
        @DefaultValue("0d") Period passwordAge,
        @DefaultValue("true") boolean oneSession,
        @DefaultValue("12h") Duration longestSession,
        @DefaultValue("true") boolean firstAdministrator,
        @DefaultValue("data/first-administrator.txt") Path firstAdministratorFile) {

    /** {@link #unusedAfter} as people are told it: an account last used before the one moment is unused at the other. */
    public Instant unusedBefore(Instant now, ZoneId zone) {
        return now.atZone(zone).minus(unusedAfter).toInstant();
    }

    /** The same in days, of a month thirty. */
    public long unusedDays() {
        return days(unusedAfter);
    }

    /** Whether a password of that day has to be changed now. */
    public boolean isTooOld(Instant passwordChangedAt, Instant now, ZoneId zone) {
        return !passwordAge.isZero()
                && !passwordChangedAt.isAfter(
                        now.atZone(zone).minus(passwordAge).toInstant());
    }

    /** {@link #passwordAge} in days, of a month thirty. */
    public long passwordDays() {
        return days(passwordAge);
    }

    private static long days(Period period) {
        return period.toTotalMonths() * 30 + period.getDays();
    }
}
