package org.maintenancefund.committee.dissolution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OperatorView;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.association.AnAssociation;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.committee.CommitteeStatus;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** 注销 approved while a colleague decides, or the committee sends, something else of the same committee: one after the other. */
@IntegrationTest
class DissolutionRacesTest {

    private static final String REVIEWS = "/committees/dissolutions/reviews/";

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ADissolution dissolutions;

    @Autowired
    AnAssociation anAssociation;

    @Autowired
    Committees committees;

    @Autowired
    CommitteeRecords records;

    @Autowired
    Associations associations;

    @Autowired
    Operators operators;

    @Autowired
    JdbcClient jdbc;

    private CommitteeView committee;
    private CurrentUser person;
    private CurrentUser colleague;

    @BeforeEach
    void aCommittee() {
        String name = "抢先花园" + world.district().code();
        committee = world.committee(world.area(name), name + "业主委员会");
        person = world.personOf(committee);
        colleague = world.anotherClerkOf(committee.district());
    }

    @RepeatedTest(4)
    void anAssociationApprovedAtTheSameMomentIsEndedOrRefused() throws InterruptedException {
        ApplicationNumber association = anAssociation.submitted(
                committee,
                world.company("抢先物业" + world.district().code()),
                null,
                world.today().minusDays(1),
                world.today().plusYears(1));
        ApplicationNumber number = dissolutions.submitted(committee, person);

        List<Race.Outcome<Integer>> outcomes = Race.of(List.of(
                approval(REVIEWS + number, world.clerk()),
                approval("/associations/reviews/" + association, colleague, Map.of("paper0", "RECEIVED"))));

        assertDissolved(outcomes);
        boolean approved = outcomes.get(1).value() == 302;
        assertThat(statusOf(association)).isEqualTo(approved ? "APPROVED" : "LAPSED");
        assertThat(associations.effectiveFor(committee.area())).isEmpty();
        assertThat(associations.of(committee.id()))
                .hasSize(approved ? 1 : 0)
                .allSatisfy(right -> assertThat(right.effectiveTo()).isBefore(world.today()))
                .extracting(AssociationView::endReason)
                .doesNotContainNull();
    }

    @RepeatedTest(4)
    void aChangeApprovedAtTheSameMomentStandsBeforeItOrLapses() throws InterruptedException {
        ApplicationNumber change = submittedChange();
        ApplicationNumber number = dissolutions.submitted(committee, person);

        List<Race.Outcome<Integer>> outcomes = Race.of(List.of(
                approval(REVIEWS + number, world.clerk()),
                approval("/committees/changes/reviews/" + change, colleague)));

        assertDissolved(outcomes);
        boolean approved = outcomes.get(1).value() == 302;
        assertThat(statusOf(change)).isEqualTo(approved ? "APPROVED" : "LAPSED");
        assertThat(records.get(committee.id()).versions()).hasSize(approved ? 2 : 1);
        assertThat(committees.get(committee.id()).officeAddress().equals("新会所 3 楼"))
                .isEqualTo(approved);
    }

    @RepeatedTest(4)
    void aChangeSentAtTheSameMomentNeverWaitsForNobody() throws InterruptedException {
        ApplicationNumber number = dissolutions.submitted(committee, person);
        String check = filledChange();

        List<Race.Outcome<Integer>> outcomes = Race.of(List.of(
                approval(REVIEWS + number, world.clerk()),
                () -> pages.post(check, person, Map.of()).getResponse().getStatus()));

        assertDissolved(outcomes);
        // Sent before, refused after, or the person was out already.
        assertThat(outcomes.get(1).value()).isIn(303, 400, 302);
        assertThat(jdbc.sql("SELECT count(*) FROM application WHERE applicant_id = :id"
                                + " AND status IN ('PENDING', 'RETURNED')")
                        .param("id", committee.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @RepeatedTest(4)
    void anAccountMadeAtTheSameMomentIsDisabledOrRefused() throws InterruptedException {
        ApplicationNumber number = dissolutions.submitted(committee, person);
        String username = "race" + committee.id().toString().substring(24);
        Callable<Integer> account = () -> {
            world.account(committee.id().ref(), Role.COMMITTEE_OPERATOR, "李建党", "13900001235", username);
            return 1;
        };

        List<Race.Outcome<Integer>> outcomes = Race.of(List.of(approval(REVIEWS + number, world.clerk()), account));

        assertDissolved(outcomes);
        assertThat(operators.findByUsername(username).isPresent())
                .isEqualTo(outcomes.get(1).won());
    }

    @RepeatedTest(2)
    void twoClerksApproveItOnce() throws InterruptedException {
        ApplicationNumber number = dissolutions.submitted(committee, person);

        List<Race.Outcome<Integer>> outcomes =
                Race.of(List.of(approval(REVIEWS + number, world.clerk()), approval(REVIEWS + number, colleague)));

        assertThat(outcomes).extracting(Race.Outcome::value).containsExactlyInAnyOrder(302, 409);
    }

    private void assertDissolved(List<Race.Outcome<Integer>> outcomes) {
        assertThat(outcomes.get(0).failure()).isNull();
        assertThat(outcomes.get(0).value()).isEqualTo(302);
        assertThat(committees.get(committee.id()).status()).isEqualTo(CommitteeStatus.DISSOLVED);
        assertThat(operators.of(committee.id().ref())).noneMatch(OperatorView::isInUse);
    }

    private Callable<Integer> approval(String review, CurrentUser reviewer) {
        return approval(review, reviewer, Map.of());
    }

    /** The page is open already when the race begins. */
    private Callable<Integer> approval(String review, CurrentUser reviewer, Map<String, String> more) {
        Map<String, String> form = new LinkedHashMap<>(more);
        form.put("result", "APPROVE");
        form.put(
                "version",
                pages.open(review, reviewer).select("input[name=version]").val());
        return () -> pages.post(review, reviewer, form).getResponse().getStatus();
    }

    private String filledChange() {
        Map<String, String> form = Map.of("items", "OFFICE", "reason", "搬迁", "officeAddress", "新会所 3 楼");
        return Pages.redirected(pages.post("/my/committee/change", person, form));
    }

    private ApplicationNumber submittedChange() {
        pages.post(filledChange(), person, Map.of());
        return jdbc.sql("SELECT number FROM application WHERE kind = 'COMMITTEE_CHANGE' AND subject_id = :id")
                .param("id", committee.id().value())
                .query((row, i) -> new ApplicationNumber(row.getString(1)))
                .single();
    }

    private String statusOf(ApplicationNumber number) {
        return jdbc.sql("SELECT status FROM application WHERE number = :number")
                .param("number", number.value())
                .query(String.class)
                .single();
    }
}
