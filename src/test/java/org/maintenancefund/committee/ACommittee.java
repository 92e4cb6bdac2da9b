package org.maintenancefund.committee;

import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
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
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.committee.registration.CommitteeDetails;
import org.maintenancefund.committee.registration.CommitteeForm;
import org.maintenancefund.committee.registration.CommitteeRegistrationDefinition;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Validator;

/** Brings a committee to a state by the steps people take, so that no test stands on what the system can't reach. */
@TestComponent
public class ACommittee {

    public static final ApplicationKind KIND = CommitteeRegistrationDefinition.KIND;

    private final Drafts drafts;
    private final Submissions submissions;
    private final Decisions decisions;
    private final Applications applications;
    private final Applicants applicants;
    private final Receipts receipts;
    private final CommitteeRegistrationDefinition registration;
    private final Validator validator;
    private final PropertyAreas areas;
    private final Committees committees;

    ACommittee(
            Drafts drafts,
            Submissions submissions,
            Decisions decisions,
            Applications applications,
            Applicants applicants,
            Receipts receipts,
            CommitteeRegistrationDefinition registration,
            Validator validator,
            PropertyAreas areas,
            Committees committees) {
        this.drafts = drafts;
        this.submissions = submissions;
        this.decisions = decisions;
        this.applications = applications;
        this.applicants = applicants;
        this.receipts = receipts;
        this.registration = registration;
        this.validator = validator;
        this.areas = areas;
        this.committees = committees;
    }

    /** A browser that has not been here before. */
    public static DraftOwner browser() {
        return DraftOwner.ofCookie(UUID.randomUUID().toString());
    }

    /** Staff of a district who is nobody in particular. */
    public static CurrentUser reviewer(DistrictId district) {
        return new CurrentUser(
                OperatorId.next(),
                "reviewer",
                "陈晓梅",
                Role.DISTRICT_STAFF,
                new OrgRef(OrgType.DISTRICT_CENTRE, district.value()),
                "区维修资金管理中心",
                district,
                false);
    }

    public CommitteeDetails details(CommitteeForm form) {
        BeanPropertyBindingResult errors = new BeanPropertyBindingResult(form, "form");
        validator.validate(form, errors);
        return registration
                .read(form, errors)
                .orElseThrow(() -> new IllegalStateException("the form is not right: " + errors));
    }

    public Submission submitted(DraftOwner browser, CommitteeForm form) {
        Draft<CommitteeForm> draft = drafts.start(browser, KIND, form);
        return submissions.submit(draft, details(form), null);
    }

    /** The right of who read the receipt: the 回执码 is shown there, once. */
    public Entitlement.ByReceiptCode proved(Submission submission, DraftOwner browser) {
        Receipts.Receipt receipt = receipts.show(submission.receiptToken(), browser);
        return applicants
                .prove(
                        submission.number(),
                        receipt.application().contactMobile(),
                        receipt.code().orElseThrow(),
                        browser,
                        "test")
                .orElseThrow();
    }

    /** The open draft at that address of the form. */
    public Draft<CommitteeForm> draft(DraftOwner browser, String address) {
        UUID key = UUID.fromString(address.substring(address.indexOf('=') + 1));
        return drafts.find(browser, key, KIND, CommitteeForm.class).orElseThrow();
    }

    public ApplicationNumber submitted(AreaId area, String name) {
        return submitted(browser(), CommitteeForms.formal(area, name)).number();
    }

    public void decided(ApplicationNumber number, ReviewAction action, CurrentUser reviewer) {
        int version = applications.forReview(KIND, number, reviewer).version();
        decisions.decide(KIND, number, new Decision(action, version, List.of(), "说明", ""), reviewer);
    }

    /** Returned once and sent again with another 办公地址: 小区会所 3 楼. */
    public ApplicationNumber resubmitted(AreaId area, String name, CurrentUser reviewer) {
        DraftOwner browser = browser();
        Submission first = submitted(browser, CommitteeForms.formal(area, name));
        decided(first.number(), ReviewAction.RETURN, reviewer);
        String address = applicants.startRevision(proved(first, browser), browser);
        CommitteeForm mended =
                CommitteeForms.with(area, "FORMAL", name, "2025-06-01", "2030-05-31", "13900001234", "小区会所 3 楼");
        return submissions
                .submit(draft(browser, address), details(mended), null)
                .number();
    }

    public CommitteeView approved(AreaId area, String name) {
        return approved(CommitteeForms.formal(area, name));
    }

    public CommitteeView approved(CommitteeForm form) {
        AreaId area = AreaId.of(form.areaId());
        ApplicationNumber number = submitted(browser(), form).number();
        decided(number, ReviewAction.APPROVE, reviewer(areas.get(area).district()));
        return committees.inOfficeFor(area).orElseThrow();
    }
}
