package org.maintenancefund.application;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.springframework.stereotype.Component;

/** Limits of applications as they are now: most are the administrator's to set, the others are the configuration's. */
@Component
@RequiredArgsConstructor
public class ApplicationLimits {

    private final Settings settings;
    private final ApplicationProperties configured;

    /** Working days in which the district decides what is submitted now. */
    public int workingDays() {
        return settings.number(Setting.WORKING_DAYS);
    }

    /** A returned application that nobody touched for so long lapses. */
    public Period lapseAfter() {
        return settings.period(Setting.LAPSE_AFTER);
    }

    /** The last day on which an application that is returned then can be mended. */
    public LocalDate reviseBy(Instant returned, ZoneId zone) {
        return LocalDate.ofInstant(returned, zone).plus(lapseAfter());
    }

    /** After so long a contact who did not answer is dialled again the same day. */
    public Duration callAgain() {
        return settings.duration(Setting.CALL_AGAIN);
    }

    /** How long typed text of someone not signed in is kept after the last change. */
    public Duration draftLifetime() {
        return settings.duration(Setting.DRAFT_LIFETIME);
    }

    /** The same for someone signed in. */
    public Duration ownDraftLifetime() {
        return settings.duration(Setting.OWN_DRAFT_LIFETIME);
    }

    /** Open drafts of someone not signed in. */
    public int draftsPerBrowser() {
        return settings.number(Setting.DRAFTS_PER_BROWSER);
    }

    /** Open drafts of an account. */
    public int draftsPerAccount() {
        return settings.number(Setting.DRAFTS_PER_ACCOUNT);
    }

    /** Scans someone not signed in may leave in a draft. */
    public int filesPerDraft() {
        return settings.number(Setting.FILES_PER_DRAFT);
    }

    /** And how many bytes of them. */
    public long bytesPerDraft() {
        return configured.bytesPerDraft();
    }

    /** Scans of one application. */
    public int filesPerApplication() {
        return settings.number(Setting.FILES_PER_APPLICATION);
    }

    /** How long a receipt link works. */
    public Period receiptLifetime() {
        return settings.period(Setting.RECEIPT_LIFETIME);
    }

    /**
     * What pages tell of them before and while something is filled in by someone not signed in: {@code draftHours} and
     * {@code workingDays}.
     */
    public Map<String, Object> told() {
        return Map.of("draftHours", draftLifetime().toHours(), "workingDays", workingDays());
    }

    /** How long the browser that submitted is shown its 回执码, unless it is noted before. */
    public Duration codeShown() {
        return configured.codeShown();
    }

    /** Refused, withdrawn and lapsed applications are deleted after this. */
    public Period retention() {
        return configured.retention();
    }
}
