package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationView;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.Entitlement;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.StaleDecision;
import org.maintenancefund.application.Submission;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.application.domain.ApplicationAgeing;
import org.maintenancefund.application.domain.Receipts;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.registration.CommitteeForm;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.OneTimeCode;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** The life of a registration, by the services. */
@IntegrationTest
@Transactional
class CommitteeRegistrationTests {

    @Autowired
    World world;

    private static final MobileNumber CONTACT =
            MobileNumber.parse("13900001234").value();

    @Autowired
    ACommittee committee;

    @Autowired
    Drafts drafts;

    @Autowired
    Submissions submissions;

    @Autowired
    Decisions decisions;

    @Autowired
    Applications applications;

    @Autowired
    Applicants applicants;

    @Autowired
    Receipts receipts;

    @Autowired
    ReviewService review;

    @Autowired
    ApplicationAgeing ageing;

    @Autowired
    Committees committees;

    @Autowired
    TravellingClock clock;

    private AreaId area() {
        return world.area("听雨轩");
    }

    @Test
    void anApprovedRegistrationPutsTheCommitteeInOffice() {
        CommitteeView inOffice = committee.approved(area(), "听雨轩业主委员会");

        assertThat(inOffice.name()).isEqualTo("听雨轩业主委员会");
        assertThat(inOffice.attribute()).isEqualTo(CommitteeAttribute.FORMAL);
        assertThat(inOffice.status()).isEqualTo(CommitteeStatus.IN_OFFICE);
        assertThat(inOffice.term()).hasToString("第 2 届，2025-06-01 至 2030-05-31");
        assertThat(inOffice.district()).isEqualTo(world.district().id());
    }

    @Test
    void aPreparatoryGroupNeedsNoTerm() {
        ApplicationNumber number = committee
                .submitted(ACommittee.browser(), CommitteeForms.preparatory(area(), "听雨轩"))
                .number();
        committee.decided(number, ReviewAction.APPROVE, world.clerk());

        assertThat(committees.inOfficeFor(area()).orElseThrow().term()).isNull();
    }

    @Test
    void aFormSentAgainLandsOnTheSameReceipt() {
        CommitteeForm form = CommitteeForms.formal(area(), "听雨轩业主委员会");
        Draft<CommitteeForm> draft = drafts.start(ACommittee.browser(), ACommittee.KIND, form);

        Submission first = submissions.submit(draft, committee.details(form), null);
        Submission second = submissions.submit(draft, committee.details(form), null);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void theReceiptShowsTheCodeUntilItIsNotedAndOnlyInTheBrowserThatSubmitted() {
        DraftOwner browser = ACommittee.browser();
        Submission submission = committee.submitted(browser, CommitteeForms.formal(area(), "听雨轩业主委员会"));

        assertThat(receipts.show(submission.receiptToken(), ACommittee.browser())
                        .code())
                .isEmpty();
        OneTimeCode code =
                receipts.show(submission.receiptToken(), browser).code().orElseThrow();
        receipts.noted(submission.receiptToken(), ACommittee.browser());
        assertThat(receipts.show(submission.receiptToken(), browser).code())
                .as("also after a reload, and whatever another browser notes")
                .contains(code);
        receipts.noted(submission.receiptToken(), browser);
        assertThat(receipts.show(submission.receiptToken(), browser).code()).isEmpty();
        assertThat(code.value()).hasSize(OneTimeCode.LENGTH);
    }

    @Test
    void aSecondApplicationForTheSameAreaWaitsForTheFirst() {
        committee.submitted(area(), "听雨轩业主委员会");

        assertThatThrownBy(() -> committee.submitted(area(), "听雨轩业委会"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("committee.area.pending"));
    }

    @Test
    void aReturnedApplicationFreesTheArea() {
        ApplicationNumber first = committee.submitted(area(), "听雨轩业主委员会");
        committee.decided(first, ReviewAction.RETURN, world.clerk());

        ApplicationNumber second = committee.submitted(area(), "听雨轩业委会");

        assertThat(second).isNotEqualTo(first);
        assertThat(applications
                        .forReview(ACommittee.KIND, second, world.clerk())
                        .status())
                .isEqualTo(ReviewStatus.PENDING);
    }

    @Test
    void anAreaWithACommitteeInOfficeTakesNoSecond() {
        committee.approved(area(), "听雨轩业主委员会");

        assertThatThrownBy(() -> committee.submitted(area(), "听雨轩业委会"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("committee.area.taken"));
    }

    @Test
    void aReturnedApplicationIsRevisedUnderTheSameNumberAndTheChangeIsMarked() {
        DraftOwner browser = ACommittee.browser();
        Submission first = committee.submitted(browser, CommitteeForms.formal(area(), "听雨轩业主委员会"));
        ApplicationNumber number = first.number();
        Entitlement.ByReceiptCode right = committee.proved(first, browser);
        committee.decided(number, ReviewAction.RETURN, world.clerk());

        String path = applicants.startRevision(right, browser);
        assertThat(path).startsWith("/register/committee/form?draft=");
        assertThat(applicants.startRevision(right, browser)).as("begun twice").isEqualTo(path);
        Draft<CommitteeForm> draft = committee.draft(browser, path);
        assertThat(draft.form().contactName()).isEqualTo("王建国");
        CommitteeForm revised = CommitteeForms.with(
                area(), "FORMAL", "听雨轩业主委员会", "2025-06-01", "2030-05-31", "13900005555", "小区会所 3 楼");
        Submission again = submissions.submit(draft, committee.details(revised), null);

        assertThat(again.number()).isEqualTo(number);
        ApplicationView view = applications.forReview(ACommittee.KIND, number, world.clerk());
        assertThat(view.round()).isEqualTo(2);
        assertThat(view.status()).isEqualTo(ReviewStatus.PENDING);
        Map<String, List<String>> before =
                review.open(ACommittee.KIND, number, world.clerk()).before();
        assertThat(view.fields().stream()
                        .filter(field -> !field.lines().equals(before.get(field.key())))
                        .map(DetailField::label))
                .containsExactly("办公地址", "联系人手机号码");
        assertThat(view.timeline())
                .extracting(TimelineEntry::action)
                .containsExactly(ReviewAction.RESUBMIT, ReviewAction.RETURN, ReviewAction.SUBMIT);
    }

    @Test
    void numberAndMobileShowTheStateAndTheReasonsButNoInternalRemark() {
        ApplicationNumber number = committee.submitted(area(), "听雨轩业主委员会");
        int version =
                applications.forReview(ACommittee.KIND, number, world.clerk()).version();
        decisions.decide(
                ACommittee.KIND,
                number,
                new Decision(ReviewAction.RETURN, version, List.of("附件缺失或看不清"), "请重新拍照", "材料像是复印件"),
                world.clerk());

        ApplicationView seen = applicants.find(number, CONTACT).orElseThrow();

        TimelineEntry decision = seen.lastDecision();
        assertThat(decision).isNotNull();
        assertThat(decision.reasons()).containsExactly("附件缺失或看不清");
        assertThat(decision.opinion()).isEqualTo("请重新拍照");
        assertThat(decision.internalRemark()).isEmpty();
        assertThat(decision.actor()).doesNotContain("陈晓梅");
        assertThat(applicants.find(number, MobileNumber.parse("13900009999").value()))
                .isEmpty();
    }

    @Test
    void onlyTheRightCodeOpensAnApplication() {
        DraftOwner browser = ACommittee.browser();
        Submission submission = committee.submitted(browser, CommitteeForms.formal(area(), "听雨轩业主委员会"));

        assertThat(applications
                        .forReview(ACommittee.KIND, submission.number(), world.clerk())
                        .fields())
                .isNotEmpty();
        assertThat(applicants.find(submission.number(), CONTACT)).isPresent();
    }

    @Test
    void whoDecidesOnAnOldPageIsToldWhoDecidedBefore() {
        ApplicationNumber number = committee.submitted(area(), "听雨轩业主委员会");
        int version =
                applications.forReview(ACommittee.KIND, number, world.clerk()).version();
        committee.decided(number, ReviewAction.RETURN, world.clerk());

        assertThatThrownBy(() -> decisions.decide(
                        ACommittee.KIND,
                        number,
                        new Decision(ReviewAction.APPROVE, version, List.of(), "", ""),
                        world.anotherClerkOf(world.district().id())))
                .isInstanceOfSatisfying(StaleDecision.class, stale -> {
                    assertThat(stale.last().orElseThrow().actor()).isEqualTo("陈晓梅");
                    assertThat(stale.last().orElseThrow().action()).isEqualTo(ReviewAction.RETURN);
                });
        assertThat(committees.inOfficeFor(area())).isEmpty();
    }

    @Test
    void anotherDistrictDoesNotEvenSeeIt() {
        ApplicationNumber number = committee.submitted(area(), "听雨轩业主委员会");

        assertThatThrownBy(() -> applications.forReview(ACommittee.KIND, number, world.clerkElsewhere()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aReturnNeedsAReason() {
        ApplicationNumber number = committee.submitted(area(), "听雨轩业主委员会");
        int version =
                applications.forReview(ACommittee.KIND, number, world.clerk()).version();

        assertThatThrownBy(() -> decisions.decide(
                        ACommittee.KIND,
                        number,
                        new Decision(ReviewAction.RETURN, version, List.of(), " ", "只有内部备注"),
                        world.clerk()))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatWasReturnedLapsesAfterNinetyDaysUntouched() {
        Instant now = Clock.systemUTC().instant();
        ApplicationNumber old = clock.at(now.minus(100, ChronoUnit.DAYS), () -> {
            ApplicationNumber number = committee.submitted(area(), "听雨轩业主委员会");
            committee.decided(number, ReviewAction.RETURN, world.clerk());
            return number;
        });
        AreaId other = world.area("望江楼");
        ApplicationNumber young = clock.at(now.minus(80, ChronoUnit.DAYS), () -> {
            ApplicationNumber number = committee.submitted(other, "望江楼业主委员会");
            committee.decided(number, ReviewAction.RETURN, world.clerk());
            return number;
        });

        ageing.lapseUntouched();

        assertThat(applications.forReview(ACommittee.KIND, old, world.clerk()).status())
                .isEqualTo(ReviewStatus.LAPSED);
        assertThat(applications.forReview(ACommittee.KIND, young, world.clerk()).status())
                .isEqualTo(ReviewStatus.RETURNED);
    }

    @Test
    void withdrawnIsFinal() {
        DraftOwner browser = ACommittee.browser();
        Submission submission = committee.submitted(browser, CommitteeForms.formal(area(), "听雨轩业主委员会"));
        ApplicationNumber number = submission.number();
        Entitlement.ByReceiptCode right = committee.proved(submission, browser);
        Instant at = applicants.withdraw(right);

        clock.at(
                at.plusSeconds(3600),
                () -> assertThat(applicants.withdraw(right))
                        .as("sent again: when it was withdrawn")
                        .isEqualTo(at));
        assertThat(applications
                        .forReview(ACommittee.KIND, number, world.clerk())
                        .timeline())
                .extracting(TimelineEntry::action)
                .containsExactly(ReviewAction.WITHDRAW, ReviewAction.SUBMIT);
        assertThatThrownBy(() -> committee.decided(number, ReviewAction.APPROVE, world.clerk()))
                .isInstanceOf(StaleDecision.class);
        assertThat(committee.submitted(area(), "听雨轩业主委员会")).isNotEqualTo(number);
    }
}
