package org.maintenancefund.application;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of applications; each stands here and nowhere else.
 *
 * @param workingDays         working days in which the district decides
 * @param lapseAfter          a returned application that nobody touched for so long lapses
 * @param retention           refused, withdrawn and lapsed applications are deleted after this
 * @param receiptLifetime     how long a receipt link works
 * @param codeShown           how long the browser that submitted is shown its 回执码, unless it is noted before
 * @param draftLifetime       how long typed text of someone not signed in is kept after the last change
 * @param ownDraftLifetime    the same for someone signed in
 * @param draftsPerBrowser    open drafts of someone not signed in
 * @param draftsPerAccount    open drafts of an account
 * @param filesPerDraft       scans someone not signed in may leave in a draft
 * @param bytesPerDraft       and how many bytes of them
 * @param filesPerApplication scans of one application
 * @param callAgain           after so long a contact who did not answer is dialled again the same day
 */
@ConfigurationProperties("app.application")
public record ApplicationProperties(
        @DefaultValue("5") int workingDays,
        @DefaultValue("90d") Period lapseAfter,
        @DefaultValue("2y") Period retention,
        @DefaultValue("90d") Period receiptLifetime,
        @DefaultValue("1h") Duration codeShown,
        @DefaultValue("24h") Duration draftLifetime,
        @DefaultValue("30d") Duration ownDraftLifetime,
        @DefaultValue("10") int draftsPerBrowser,
        @DefaultValue("50") int draftsPerAccount,
        @DefaultValue("10") int filesPerDraft,
        @DefaultValue("52428800") long bytesPerDraft,
        @DefaultValue("20") int filesPerApplication,
        @DefaultValue("2h") Duration callAgain) {

    /** The day before which an application that was returned then is to be mended. */
    public LocalDate reviseBy(Instant returned, ZoneId zone) {
        return LocalDate.ofInstant(returned, zone).plus(lapseAfter);
    }
}
