package org.maintenancefund.application;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.domain.ApplicantService;
import org.maintenancefund.application.domain.ReceiptCodes;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.stereotype.Service;

/** What applicants do after the submission, each step by an {@link Entitlement} that is proved here and nowhere else. */
@Service
public class Applicants {

    private final ApplicantService service;
    private final ReceiptCodes codes;
    private final Drafts drafts;

    Applicants(ApplicantService service, ReceiptCodes codes, Drafts drafts) {
        this.service = service;
        this.codes = codes;
        this.drafts = drafts;
    }

    /**
     * The right of who knows number, mobile and 回执码. Refuses while wrong codes make one wait.
     *
     * @param browser that asks
     * @param address it asks from, as limits count addresses
     */
    public Optional<Entitlement.ByReceiptCode> prove(
            ApplicationNumber number, MobileNumber mobile, OneTimeCode code, DraftOwner browser, String address) {
        if (!service.isContact(number, mobile)) {
            return Optional.empty();
        }
        String counter = drafts.submittedFrom(browser, number) ? browser.key() : "address:" + address;
        return codes.opens(number, code, counter).map(hash -> new Entitlement.ByReceiptCode(number, hash));
    }

    /** The right of an account; {@link NotFound} where the application is none of that person's. */
    public Entitlement.ByAccount require(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        if (!service.mayRevise(kind, number, user)) {
            throw new NotFound("application " + number);
        }
        return new Entitlement.ByAccount(number, user);
    }

    /** Whether the account has that right, for the pages that offer it. */
    public boolean mayRevise(ApplicationKind kind, ApplicationNumber number, CurrentUser user) {
        return service.mayRevise(kind, number, user);
    }

    /** 撤回申请; sent again, it changes nothing. Answers when it was withdrawn. */
    public Instant withdraw(Entitlement right) {
        return service.withdraw(right);
    }

    /** 修改并重新提交: opens a draft of that browser and answers the address to go on at. */
    public String startRevision(Entitlement.ByReceiptCode right, DraftOwner browser) {
        return service.startRevision(right, browser);
    }

    /** The same under the account. */
    public String startRevision(Entitlement.ByAccount right) {
        return service.startRevision(right, DraftOwner.of(right.user()));
    }

    /** 从头开始: what was typed goes; a draft that revises an application is again what was returned. */
    public String restart(DraftOwner owner, UUID key, ApplicationKind kind, @Nullable CurrentUser user) {
        return service.restart(owner, key, kind, user);
    }
}
