package org.maintenancefund.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.Applicants;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.Decision;
import org.maintenancefund.application.Decisions;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.Entitlement;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.StaleDecision;
import org.maintenancefund.application.Submission;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.registration.CommitteeDetails;
import org.maintenancefund.committee.registration.CommitteeForm;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens when people do things at the very same moment. Nothing is rolled back: the races are real. */
@IntegrationTest
class RegistrationRacesTest {

    @Autowired
    World world;

    private static final int PEOPLE = 8;

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
    Committees committees;

    @Autowired
    JdbcClient jdbc;

    private AreaId area;

    @BeforeEach
    void anAreaOfItsOwn() {
        area = world.area("竞速花园");
    }

    @Test
    void manyRegisterTheSameAreaAndOneIsTaken() throws InterruptedException {
        List<Callable<Submission>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            String name = "竞速花园第" + i + "业主委员会";
            people.add(() -> committee.submitted(ACommittee.browser(), CommitteeForms.formal(area, name)));
        }

        List<Race.Outcome<Submission>> outcomes = Race.of(people);

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure())
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.reason().code()).isEqualTo("committee.area.pending")));
        assertThat(pendingForTheArea()).isEqualTo(1);
    }

    @Test
    void aFormSentManyTimesAtOnceIsOneApplicationWithOneReceipt() throws InterruptedException {
        CommitteeForm form = CommitteeForms.formal(area, "竞速花园业主委员会");
        Draft<CommitteeForm> draft = drafts.start(ACommittee.browser(), ACommittee.KIND, form);
        CommitteeDetails details = committee.details(form);
        List<Callable<Submission>> clicks = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            clicks.add(() -> submissions.submit(draft, details, null));
        }

        List<Race.Outcome<Submission>> outcomes = Race.of(clicks);

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(new HashSet<>(outcomes.stream().map(Race.Outcome::value).toList()))
                .hasSize(1);
        assertThat(pendingForTheArea()).isEqualTo(1);
    }

    @Test
    void manyDecideAtOnceAndOneDecisionCounts() throws InterruptedException {
        ApplicationNumber number = committee.submitted(area, "竞速花园业主委员会");
        CurrentUser first = world.anotherClerkOf(world.district().id());
        int version = applications.forReview(ACommittee.KIND, number, first).version();
        List<Callable<ReviewAction>> reviewers = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            ReviewAction action = i % 2 == 0 ? ReviewAction.APPROVE : ReviewAction.RETURN;
            CurrentUser reviewer = world.anotherClerkOf(world.district().id());
            reviewers.add(() -> {
                decisions.decide(ACommittee.KIND, number, new Decision(action, version, List.of(), "说明", ""), reviewer);
                return action;
            });
        }

        List<Race.Outcome<ReviewAction>> outcomes = Race.of(reviewers);

        List<Race.Outcome<ReviewAction>> won =
                outcomes.stream().filter(Race.Outcome::won).toList();
        assertThat(won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(StaleDecision.class));
        boolean approved = won.get(0).value() == ReviewAction.APPROVE;
        assertThat(applications.forReview(ACommittee.KIND, number, first).status())
                .isEqualTo(approved ? ReviewStatus.APPROVED : ReviewStatus.RETURNED);
        assertThat(committees.inOfficeFor(area).isPresent()).isEqualTo(approved);
    }

    @Test
    void manyWithdrawalsAtOnceAreOneAndEachIsToldWhen() throws InterruptedException {
        DraftOwner browser = ACommittee.browser();
        Submission submission = committee.submitted(browser, CommitteeForms.formal(area, "竞速花园业主委员会"));
        ApplicationNumber number = submission.number();
        Entitlement.ByReceiptCode right = committee.proved(submission, browser);
        List<Callable<Instant>> clicks = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            clicks.add(() -> applicants.withdraw(right));
        }

        List<Race.Outcome<Instant>> outcomes = Race.of(clicks);

        assertThat(outcomes).allMatch(Race.Outcome::won);
        Instant first = outcomes.get(0).value();
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome.value()).isCloseTo(first, within(1, ChronoUnit.MILLIS)));
        assertThat(applications
                        .forReview(
                                ACommittee.KIND,
                                number,
                                world.anotherClerkOf(world.district().id()))
                        .timeline())
                .filteredOn(entry -> entry.action() == ReviewAction.WITHDRAW)
                .hasSize(1);
    }

    @Test
    void numbersAreNeitherDoubledNorSkipped() throws InterruptedException {
        List<Callable<Submission>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            AreaId other = world.area("编号花园" + i + "号");
            String name = "编号花园" + i + "业主委员会";
            people.add(() -> committee.submitted(ACommittee.browser(), CommitteeForms.formal(other, name)));
        }

        List<Integer> running = Race.of(people).stream()
                .map(outcome -> outcome.value().number().value())
                .map(number -> Integer.parseInt(number.substring(11)))
                .sorted()
                .toList();

        assertThat(running).doesNotHaveDuplicates();
        assertThat(running.get(running.size() - 1) - running.get(0)).isEqualTo(PEOPLE - 1);
    }

    private long pendingForTheArea() {
        return jdbc.sql("SELECT count(*) FROM application WHERE subject_id = :area AND status = 'PENDING'")
                .param("area", area.value())
                .query(Long.class)
                .single();
    }
}
