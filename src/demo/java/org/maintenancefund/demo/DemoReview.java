package org.maintenancefund.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftFiles;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.Entitlement;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.Submission;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

/** Takes registrations of the demo city through the steps people take, at the times the demo wants them. */
@Component
public class DemoReview {

    private final Drafts drafts;
    private final DraftFiles files;
    private final Attachments attachments;
    private final Submissions submissions;
    private final Applications applications;
    private final Applicants applicants;
    private final Receipts receipts;
    private final Decisions decisions;
    private final DemoCalls calls;
    private final TravellingClock clock;

    DemoReview(
            Drafts drafts,
            DraftFiles files,
            Attachments attachments,
            Submissions submissions,
            Applications applications,
            Applicants applicants,
            Receipts receipts,
            Decisions decisions,
            DemoCalls calls,
            TravellingClock clock) {
        this.drafts = drafts;
        this.files = files;
        this.attachments = attachments;
        this.submissions = submissions;
        this.applications = applications;
        this.applicants = applicants;
        this.receipts = receipts;
        this.decisions = decisions;
        this.calls = calls;
        this.clock = clock;
    }

    /** An application as its applicant remembers it: the receipt was read. */
    public record Filed(
            ApplicationKind kind,
            ApplicationNumber number,
            DraftOwner browser,
            MobileNumber contactMobile,
            OneTimeCode code) {}

    /**
     * Fills in, adds a scan, submits.
     *
     * @param slot what it is a scan of
     * @param read how the feature reads its form; what it says against it stops the load
     */
    public <F, D> Filed submit(
            ApplicationKind kind, F form, String slot, BiFunction<F, Errors, Optional<D>> read, Instant at) {
        return clock.at(at, () -> {
            DraftOwner browser = DraftOwner.ofCookie(UUID.randomUUID().toString());
            Draft<F> draft = drafts.start(browser, kind, form);
            addScan(draft, slot);
            Submission submission = submissions.submit(files.reread(draft), details(form, read), null);
            Receipts.Receipt receipt = receipts.show(submission.receiptToken(), browser);
            return new Filed(
                    kind,
                    submission.number(),
                    browser,
                    receipt.application().contactMobile(),
                    receipt.code().orElseThrow());
        });
    }

    /** 修改并重新提交. */
    public <F, D> void resubmit(Filed filed, F revised, BiFunction<F, Errors, Optional<D>> read, Instant at) {
        clock.at(at, () -> {
            String address = applicants.startRevision(proof(filed), filed.browser());
            UUID key = UUID.fromString(address.substring(address.indexOf('=') + 1));
            Draft<?> opened = drafts.find(filed.browser(), key, filed.kind(), revised.getClass())
                    .orElseThrow();
            Draft<F> draft = drafts.save(opened, revised);
            submissions.submit(files.reread(draft), details(revised, read), null);
        });
    }

    public void withdraw(Filed filed, Instant at) {
        clock.at(at, () -> applicants.withdraw(proof(filed)));
    }

    private Entitlement.ByReceiptCode proof(Filed filed) {
        return applicants
                .prove(filed.number(), filed.contactMobile(), filed.code(), filed.browser(), "demo")
                .orElseThrow();
    }

    public void approve(Filed filed, String remark, CurrentUser by, Instant at) {
        decide(filed, ReviewAction.APPROVE, List.of(), "", remark, by, at);
    }

    public void sendBack(Filed filed, String reason, String opinion, CurrentUser by, Instant at) {
        decide(filed, ReviewAction.RETURN, List.of(reason), opinion, "", by, at);
    }

    public void refuse(Filed filed, String opinion, CurrentUser by, Instant at) {
        decide(filed, ReviewAction.REFUSE, List.of(), opinion, "", by, at);
    }

    public void notify(Filed filed, CurrentUser by, Instant at) {
        calls.reached(filed.number(), by, at);
    }

    private void decide(
            Filed filed,
            ReviewAction action,
            List<String> reasons,
            String opinion,
            String remark,
            CurrentUser by,
            Instant at) {
        clock.at(at, () -> {
            int version =
                    applications.forReview(filed.kind(), filed.number(), by).version();
            decisions.decide(filed.kind(), filed.number(), new Decision(action, version, reasons, opinion, remark), by);
        });
    }

    private static <F, D> D details(F form, BiFunction<F, Errors, Optional<D>> read) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        return read.apply(form, errors)
                .orElseThrow(() -> new IllegalStateException("a demo registration is not right: " + errors));
    }

    private void addScan(Draft<?> draft, String slot) {
        byte[] scan = DemoScan.page("DEMO SCAN");
        try {
            files.add(
                    draft,
                    slot,
                    attachments
                            .open(slot + ".pdf", new ByteArrayInputStream(scan))
                            .value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
