package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.StaleDecision;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Race;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;

/** An end, a replacement and a second reviewer at the very same moment. Nothing is rolled back: the races are real. */
@IntegrationTest
class TerminationRacesTest {

    @Autowired
    World world;

    @Autowired
    Associations associations;

    @Autowired
    AnAssociation anAssociation;

    @Autowired
    ATermination aTermination;

    private AreaId area;
    private CommitteeView committee;
    private EnterpriseId first;
    private EnterpriseId second;

    @BeforeEach
    void theFirstCompanyManagesTheArea() {
        area = world.area("抢先花园");
        committee = world.committee(area, "抢先花园业主委员会");
        first = world.company("云州抢先物业公司");
        second = world.company("云州稍后物业公司");
        world.association(committee, first, null, world.today(), world.today().plusDays(100));
    }

    /** The replacement begins before the end: whichever is approved first, the old right stops the day before it. */
    @RepeatedTest(4)
    void anEndBehindAReplacementThatIsApprovedAtOnceChangesNothing() throws InterruptedException {
        ApplicationNumber end =
                aTermination.submitted(committee, running(), world.today().plusDays(20));
        ApplicationNumber replacement = anAssociation.submitted(
                committee,
                second,
                null,
                world.today().plusDays(10),
                world.today().plusDays(300));

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(ended(end, world.clerk()), replaced(replacement)));

        assertThat(outcomes.get(1).failure()).isNull();
        if (!outcomes.get(0).won()) {
            assertThat(outcomes.get(0).failure())
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            refusal -> assertThat(refusal.reason().code())
                                    .isEqualTo("association.termination.ends-before"));
        }
        assertThat(running().effectiveTo()).isEqualTo(world.today().plusDays(9));
        assertThat(running().endReason()).isEqualTo(EndReason.REPLACED);
    }

    /** The end comes first: both are approved, and the days between belong to nobody. */
    @RepeatedTest(4)
    void anEndBeforeAReplacementThatIsApprovedAtOnceStands() throws InterruptedException {
        ApplicationNumber end =
                aTermination.submitted(committee, running(), world.today().plusDays(5));
        ApplicationNumber replacement = anAssociation.submitted(
                committee,
                second,
                null,
                world.today().plusDays(10),
                world.today().plusDays(300));

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(ended(end, world.clerk()), replaced(replacement)));

        assertThat(outcomes).allMatch(Race.Outcome::won);
        assertThat(running().effectiveTo()).isEqualTo(world.today().plusDays(4));
        assertThat(running().endReason()).isEqualTo(EndReason.TERMINATED);
        assertThat(associations.comingFor(area))
                .extracting(AssociationView::effectiveFrom)
                .containsExactly(world.today().plusDays(10));
    }

    @Test
    void twoReviewersApproveTheSameEndAtOnceAndOneIsToldSo() throws InterruptedException {
        ApplicationNumber end =
                aTermination.submitted(committee, running(), world.today().plusDays(5));
        CurrentUser colleague = world.anotherClerkOf(world.district().id());

        List<Race.Outcome<Object>> outcomes = Race.of(List.of(ended(end, world.clerk()), ended(end, colleague)));

        assertThat(outcomes).filteredOn(Race.Outcome::won).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.won())
                .allSatisfy(outcome -> assertThat(outcome.failure()).isInstanceOf(StaleDecision.class));
        assertThat(running().effectiveTo()).isEqualTo(world.today().plusDays(4));
    }

    private AssociationView running() {
        return associations.of(committee.id()).stream()
                .filter(right -> right.enterprise().equals(first))
                .findFirst()
                .orElseThrow();
    }

    private Callable<Object> ended(ApplicationNumber number, CurrentUser by) {
        return () -> {
            aTermination.decided(number, ReviewAction.APPROVE, by);
            return null;
        };
    }

    private Callable<Object> replaced(ApplicationNumber number) {
        return () -> {
            anAssociation.decided(number, ReviewAction.APPROVE, world.clerk());
            return null;
        };
    }
}
