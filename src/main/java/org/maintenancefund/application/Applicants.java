package org.maintenancefund.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.domain.Application;
import org.maintenancefund.application.domain.ApplicationDefinitions;
import org.maintenancefund.application.domain.ApplicationEntry;
import org.maintenancefund.application.domain.ApplicationRepository;
import org.maintenancefund.application.domain.ApplicationViews;
import org.maintenancefund.application.domain.FiledApplication;
import org.maintenancefund.application.domain.FiledApplications;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What applicants do after the submission, each step by an {@link Entitlement} that is proved here and nowhere else. */
@Service
@RequiredArgsConstructor
public class Applicants {

    private final ApplicationDefinitions definitions;
    private final ApplicationRepository applications;
    private final FiledApplications filed;
    private final ApplicationViews views;
    private final Receipts receipts;
    private final Drafts drafts;
    private final AuditTrail audit;
    private final Clock clock;

    /** What number and contact's mobile show; empty where there is no such number, and just so where the mobile is another's. */
    @Transactional(readOnly = true)
    public Optional<ApplicationView> find(ApplicationNumber number, MobileNumber mobile) {
        return ofContact(number, mobile).map(views::forStranger);
    }

    private Optional<FiledApplication> ofContact(ApplicationNumber number, MobileNumber mobile) {
        return filed.find(number)
                .filter(application -> application.summary().contactMobile().equals(mobile));
    }

    /**
     * The right of who knows number, mobile and 回执码. Refuses while wrong codes make one wait.
     *
     * @param browser that asks
     * @param address it asks from, as limits count addresses
     */
    public Optional<Entitlement.ByReceiptCode> prove(
            ApplicationNumber number, MobileNumber mobile, OneTimeCode code, DraftOwner browser, String address) {
        if (ofContact(number, mobile).isEmpty()) {
            return Optional.empty();
        }
        String counter = receipts.submittedFrom(browser, number) ? browser.key() : "address:" + address;
        return receipts.opens(number, code, counter).map(hash -> new Entitlement.ByReceiptCode(number, hash));
    }

    /** The right of an account; {@link NotFound} where the application is none of that person's. */
    public Entitlement.ByAccount require(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        if (!mayRevise(kind, number, user)) {
            throw new NotFound("application " + number);
        }
        return new Entitlement.ByAccount(number, user);
    }

    /** Whether the account has that right, for the pages that offer it. */
    public boolean mayRevise(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        return applications
                .findById(number)
                .filter(application -> application.kind() == kind && application.isRevisableBy(user))
                .isPresent();
    }

    /** 撤回申请; sent again, it changes nothing. Answers when it was withdrawn. */
    @Transactional
    public Instant withdraw(Entitlement right) {
        Application application = lock(right);
        ReviewStatus from = application.status();
        if (from == ReviewStatus.WITHDRAWN) {
            return application.changedAt();
        }
        Instant now = clock.instant();
        application.withdraw(actor(right, application), now);
        applications.saveAndFlush(application);
        audit.record(AuditEvent.of("APPLICATION_WITHDRAW")
                .on(
                        "application",
                        application.number().value(),
                        application.summary().title())
                .change("status", from.label(), application.status().label()));
        return now;
    }

    /** 修改并重新提交: opens a draft of that browser and answers the address to go on at. */
    @Transactional
    public String startRevision(Entitlement.ByReceiptCode right, DraftOwner browser) {
        return open(right, browser);
    }

    /** The same under the account. */
    @Transactional
    public String startRevision(Entitlement.ByAccount right) {
        return open(right, DraftOwner.of(right.user()));
    }

    /** 从头开始: what was typed goes; a draft that revises an application is again what was returned. */
    @Transactional
    public String restart(DraftOwner owner, UUID key, ApplicationKind kind, @Nullable CurrentUser user) {
        return restart(definitions.of(kind), owner, key, user);
    }

    /** Opens a draft, or the one that was begun for this round; answers the address to go on at. */
    private String open(Entitlement right, DraftOwner owner) {
        Application application = lock(right);
        requireReturned(application.status());
        return open(definitions.of(application.kind()), right, owner, filed.get(application.number()));
    }

    private <F, D> String open(
            ApplicationDefinition<F, D> definition, Entitlement right, DraftOwner owner, FiledApplication application) {
        F form = formOf(definition, application);
        UUID key = drafts.revise(
                right,
                owner,
                application.kind(),
                application.round(),
                form,
                application.lastRound().files());
        CurrentUser user = right instanceof Entitlement.ByAccount account ? account.user() : null;
        return definition.continueAddress(form, user) + "?draft=" + key;
    }

    private <F, D> String restart(
            ApplicationDefinition<F, D> definition, DraftOwner owner, UUID key, @Nullable CurrentUser user) {
        Draft<F> draft = drafts.find(owner, key, definition.kind(), definition.formType())
                .orElseThrow(() -> new NotFound("draft " + key));
        FiledApplication revised = draft.revises().flatMap(filed::find).orElse(null);
        if (revised != null) {
            requireReturned(revised.status());
        }
        F form = revised == null ? definition.emptied(draft.form()) : formOf(definition, revised);
        List<ApplicationFile> files =
                revised == null ? List.of() : revised.lastRound().files();
        drafts.reset(draft, form, files, revised == null ? 0 : revised.round());
        return definition.continueAddress(form, user) + "?draft=" + key;
    }

    private static void requireReturned(ReviewStatus status) {
        ReviewAction.RESUBMIT.refusalIn(status).ifPresent(reason -> {
            throw new Refusal(reason);
        });
    }

    private <F, D> F formOf(ApplicationDefinition<F, D> definition, FiledApplication application) {
        return definition.formOf(views.details(application, definition));
    }

    private static ApplicationEntry.Actor actor(Entitlement right, Application application) {
        return right instanceof Entitlement.ByAccount account
                ? ApplicationEntry.Actor.of(account.user())
                : ApplicationEntry.Actor.applicant(application.summary().contactName());
    }

    /** The application, locked, and the right looked at once more: what was proved a moment ago may have ended since. */
    private Application lock(Entitlement right) {
        Application application =
                applications.lock(right.number()).orElseThrow(() -> new NotFound("application " + right.number()));
        boolean stands = right instanceof Entitlement.ByReceiptCode proof
                ? proof.codeHash().equals(application.codeHash())
                : right instanceof Entitlement.ByAccount account && application.isRevisableBy(account.user());
        if (!stands) {
            throw new NotFound("application " + right.number());
        }
        return application;
    }
}
