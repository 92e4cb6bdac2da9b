package org.maintenancefund.application.trial;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.Entitlement;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.Submission;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Ids;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.OneTimeCode;
import org.springframework.boot.test.context.TestComponent;

/** Applies for the kind on trial, and decides, by the steps people take. */
@TestComponent
class TrialApplicant {

    static final String MOBILE = "13900005678";

    private final Drafts drafts;
    private final Submissions submissions;
    private final Receipts receipts;
    private final Applicants applicants;
    private final Applications applications;
    private final Decisions decisions;
    private final Districts districts;

    TrialApplicant(
            Drafts drafts,
            Submissions submissions,
            Receipts receipts,
            Applicants applicants,
            Applications applications,
            Decisions decisions,
            Districts districts) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.receipts = receipts;
        this.applicants = applicants;
        this.applications = applications;
        this.decisions = decisions;
        this.districts = districts;
    }

    /** An application as its applicant remembers it. */
    record Filed(ApplicationNumber number, DraftOwner browser, OneTimeCode code) {}

    static DraftOwner browser() {
        return DraftOwner.ofCookie(UUID.randomUUID().toString());
    }

    Draft<TestApplicationForm> draft(DraftOwner owner, String name) {
        return drafts.start(owner, TestApplicationDefinition.KIND, new TestApplicationForm(name, MOBILE));
    }

    Submission submit(Draft<TestApplicationForm> draft) {
        String name = String.valueOf(draft.form().contactName());
        return submissions.submit(draft, new TestApplicationDetails(name, MOBILE), null);
    }

    Filed submitted(String name) {
        DraftOwner browser = browser();
        Submission submission = submit(draft(browser, name));
        OneTimeCode code =
                receipts.show(submission.receiptToken(), browser).code().orElseThrow();
        return new Filed(submission.number(), browser, code);
    }

    Filed returned(String name) {
        Filed filed = submitted(name);
        decide(filed.number(), ReviewAction.RETURN, reviewer());
        return filed;
    }

    Entitlement.ByReceiptCode proved(Filed filed) {
        return applicants
                .prove(filed.number(), new MobileNumber(MOBILE), filed.code(), filed.browser(), "test")
                .orElseThrow();
    }

    /** The draft in which the applicant revises what was returned. */
    Draft<TestApplicationForm> revision(Filed filed) {
        String address = applicants.startRevision(proved(filed), filed.browser());
        UUID key = UUID.fromString(address.substring(address.indexOf('=') + 1));
        return drafts.find(filed.browser(), key, TestApplicationDefinition.KIND, TestApplicationForm.class)
                .orElseThrow();
    }

    /** Staff of the district in charge who entered nothing. */
    CurrentUser reviewer() {
        return staff(Role.DISTRICT_STAFF, districts.all().get(0).id());
    }

    /** Staff of no district. */
    CurrentUser without(Role role) {
        return staff(role, null);
    }

    private CurrentUser staff(Role role, @Nullable DistrictId district) {
        return new CurrentUser(
                OperatorId.next(),
                "reviewer",
                "陈晓梅",
                role,
                district == null
                        ? new OrgRef(OrgType.MUNICIPAL_CENTRE, Ids.next())
                        : new OrgRef(OrgType.DISTRICT_CENTRE, district.value()),
                "维修资金管理中心",
                district,
                false);
    }

    ApplicationView view(ApplicationNumber number) {
        return applications.forReview(TestApplicationDefinition.KIND, number, reviewer());
    }

    void decide(ApplicationNumber number, ReviewAction action, CurrentUser reviewer) {
        Decision decision = new Decision(action, view(number).version(), List.of(), "说明", "");
        decisions.decide(TestApplicationDefinition.KIND, number, decision, reviewer);
    }
}
