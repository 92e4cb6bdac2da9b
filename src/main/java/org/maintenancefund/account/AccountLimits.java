package org.maintenancefund.account;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.springframework.stereotype.Component;

/** Limits of accounts as the administrator has set them; those that stay with the configuration are {@link AccountProperties}. */
@Component
@RequiredArgsConstructor
public class AccountLimits {

    private final Settings settings;

    /** How long a 激活码 works. */
    public Duration codeLifetime() {
        return settings.duration(Setting.CODE_LIFETIME);
    }

    /** An account nobody activated for so long is disabled. */
    public Period unactivatedAfter() {
        return settings.period(Setting.UNACTIVATED_AFTER);
    }

    /** An account nobody signed in to for so many days is listed as 长期未使用. */
    public int unusedDays() {
        return settings.number(Setting.UNUSED_AFTER);
    }

    /** The same as people are told it: an account last used before the one moment is unused at the other. */
    public Instant unusedBefore(Instant now, ZoneId zone) {
        return now.atZone(zone).minusDays(unusedDays()).toInstant();
    }

    /** Who has had a password for so many days must change it at the next sign-in; 0: never (ADR 5). */
    public int passwordDays() {
        return settings.number(Setting.PASSWORD_AGE);
    }

    /** Whether a password of that day has to be changed now. */
    public boolean isTooOld(Instant passwordChangedAt, Instant now, ZoneId zone) {
        int days = passwordDays();
        return days > 0
                && !passwordChangedAt.isAfter(now.atZone(zone).minusDays(days).toInstant());
    }
}
