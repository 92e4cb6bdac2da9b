package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.PhoneCalls;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.web.AssociationDefinition;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.web.ConstraintMessages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** From when to when an association is effective, and what a new one does to an earlier one. */
@IntegrationTest
@Transactional
class AssociationPeriodTest {

    @Autowired
    World world;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Associations associations;

    @Autowired
    AnAssociation anAssociation;

    @Autowired
    ReviewService service;

    @Autowired
    PhoneCalls calls;

    @Autowired
    TravellingClock clock;

    @Autowired
    JdbcClient jdbc;

    private AreaId area;
    private CommitteeView committee;
    private EnterpriseId first;
    private EnterpriseId second;

    @BeforeEach
    void aCommitteeAndTwoCompanies() {
        area = world.area("期间花园");
        committee = world.committee(area, "期间花园业主委员会");
        first = world.company("云州前任物业公司");
        second = world.company("云州后任物业公司");
    }

    @Test
    void aRunningContractGivesTheRightFromTheDayOfApproval() {
        approved(first, world.today().minusMonths(3), world.today().plusYears(1));

        AssociationView right = associations.effectiveFor(area).orElseThrow();
        assertThat(right.effectiveFrom()).isEqualTo(world.today());
        assertThat(right.effectiveTo()).isEqualTo(world.today().plusYears(1));
        assertThat(right.contract().start()).isEqualTo(world.today().minusMonths(3));
    }

    @Test
    void aContractThatStartsLaterGivesTheRightFromItsStart() {
        approved(first, world.today().plusDays(10), world.today().plusYears(1));

        assertThat(associations.effectiveFor(area)).isEmpty();
        assertThat(associations.areasOf(first.ref())).isEmpty();
        assertThat(associations.comingFor(area))
                .extracting(AssociationView::effectiveFrom)
                .containsExactly(world.today().plusDays(10));
        clock.at(
                world.today().plusDays(10).atStartOfDay(clock.getZone()).toInstant(),
                () -> assertThat(associations.areasOf(first.ref())).containsExactly(area));
    }

    @Test
    void aNewOneEndsTheEarlierOneTheDayBeforeItBegins() {
        approved(first, world.today().minusMonths(3), world.today().plusYears(1));
        approved(second, world.today().plusDays(30), world.today().plusYears(2));

        List<AssociationView> history = associations.of(committee.id());
        assertThat(history).extracting(AssociationView::enterprise).containsExactly(second, first);
        assertThat(history.get(1).effectiveTo()).isEqualTo(world.today().plusDays(29));
        assertThat(history.get(1).endReason()).isEqualTo(EndReason.REPLACED);
        assertThat(history.get(0).endReason()).isNull();
        assertThat(associations.manages(first.ref(), area)).isTrue();
        clock.at(world.today().plusDays(30).atStartOfDay(clock.getZone()).toInstant(), () -> {
            assertThat(associations.manages(first.ref(), area)).isFalse();
            assertThat(associations.manages(second.ref(), area)).isTrue();
        });
    }

    @Test
    void theRightOfTheEarlierOneIsOverAtOnceWhereTheNewOneBeginsToday() {
        clock.at(
                clock.instant().minusSeconds(10 * 86_400),
                () -> approved(
                        first, world.today().minusMonths(3), world.today().plusYears(1)));
        assertThat(associations.manages(first.ref(), area)).isTrue();

        approved(second, world.today().minusDays(1), world.today().plusYears(2));

        assertThat(associations.manages(first.ref(), area)).isFalse();
        assertThat(associations.manages(second.ref(), area)).isTrue();
    }

    @Test
    void oneThatHadNotBegunNeverDoesWhereAnotherComesFirst() {
        approved(first, world.today().plusDays(30), world.today().plusYears(1));
        approved(second, world.today().minusDays(1), world.today().plusYears(2));

        assertThat(associations.comingFor(area)).isEmpty();
        clock.at(world.today().plusDays(40).atStartOfDay(clock.getZone()).toInstant(), () -> {
            assertThat(associations.manages(first.ref(), area)).isFalse();
            assertThat(associations.manages(second.ref(), area)).isTrue();
        });
    }

    @Test
    void anInterimContractAndALaterOneBothStand() {
        approved(first, world.today().plusMonths(7), world.today().plusYears(3));
        ApplicationNumber interim = anAssociation.submitted(
                committee,
                second,
                null,
                world.today().plusDays(3),
                world.today().plusMonths(7).minusDays(1));

        assertThat(said(interim)).contains("在新的关联到期以后才开始，两者都保留").doesNotContain("通过后");
        anAssociation.decided(interim, ReviewAction.APPROVE, world.clerk());

        assertThat(associations.of(committee.id()))
                .extracting(AssociationView::endReason)
                .containsExactly(null, null);
        assertThat(associations.areasOf(first.ref())).isEmpty();
        assertThat(associations.areasOf(second.ref()))
                .as("begins in three days")
                .isEmpty();
        on(world.today().plusMonths(7).minusDays(1), () -> {
            assertThat(associations.manages(second.ref(), area)).isTrue();
            assertThat(associations.manages(first.ref(), area)).isFalse();
        });
        on(world.today().plusMonths(7), () -> {
            assertThat(associations.manages(second.ref(), area)).isFalse();
            assertThat(associations.manages(first.ref(), area)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 45})
    void aLaterOneGivesWayOnlyForTheDaysThatBothHave(int daysInCommon) {
        LocalDate later = world.today().plusDays(100);
        LocalDate end = later.plusDays(daysInCommon);
        approved(first, later, world.today().plusYears(3));
        ApplicationNumber interim =
                anAssociation.submitted(committee, second, null, world.today().minusDays(9), end);

        assertThat(said(interim)).contains("推迟到 " + end.plusDays(1) + " 才开始");
        anAssociation.decided(interim, ReviewAction.APPROVE, world.clerk());

        AssociationView postponed = of(first);
        assertThat(postponed.effectiveFrom()).isEqualTo(end.plusDays(1));
        assertThat(postponed.effectiveTo()).isEqualTo(world.today().plusYears(3));
        assertThat(postponed.endReason()).isNull();
        assertThat(of(second).effectiveTo()).isEqualTo(end);
    }

    @Test
    void theOneThatRunsOnItsFirstDayEndsEvenIfItsContractGoesOnBehindTheNewOne() {
        approved(first, world.today().minusDays(1), world.today().plusYears(3));
        ApplicationNumber interim = anAssociation.submitted(
                committee,
                second,
                null,
                world.today().plusDays(30),
                world.today().plusDays(90));

        assertThat(said(interim)).contains("的前一日终止，新的关联到期（" + world.today().plusDays(90) + "）以后也不再恢复");
        anAssociation.decided(interim, ReviewAction.APPROVE, world.clerk());

        assertThat(of(first).effectiveTo()).isEqualTo(world.today().plusDays(29));
        on(
                world.today().plusDays(91),
                () -> assertThat(associations.effectiveFor(area)).isEmpty());
    }

    @Test
    void aLongOneOverSeveralCutsEachInItsWay() {
        EnterpriseId third = world.company("云州第三物业公司");
        EnterpriseId fourth = world.company("云州第四物业公司");
        approved(first, world.today().minusDays(1), world.today().plusDays(100));
        approved(second, world.today().plusDays(101), world.today().plusDays(200));
        approved(third, world.today().plusDays(201), world.today().plusDays(400));
        ApplicationNumber over = anAssociation.submitted(
                committee,
                fourth,
                null,
                world.today().plusDays(50),
                world.today().plusDays(300));

        assertThat(said(over))
                .contains("的前一日终止", "由新的关联接替，不再生效", "推迟到 " + world.today().plusDays(301));
        anAssociation.decided(over, ReviewAction.APPROVE, world.clerk());

        assertThat(of(first).effectiveTo()).isEqualTo(world.today().plusDays(49));
        assertThat(of(second).effectiveTo()).isBefore(world.today().plusDays(101));
        assertThat(of(third).effectiveFrom()).isEqualTo(world.today().plusDays(301));
        assertThat(associations.comingFor(area))
                .extracting(AssociationView::enterprise)
                .containsExactly(fourth, third);
    }

    @Test
    void whatIsSaidOnTheTelephoneIsWhatWasApprovedAlsoDaysLater() {
        ApplicationNumber number = world.association(
                committee,
                first,
                null,
                world.today().minusMonths(3),
                world.today().plusYears(1));

        on(
                world.today().plusDays(5),
                () -> assertThat(calls.get(number, world.clerk()).say())
                        .anyMatch(said -> said.contains("关联从 " + world.today() + " 起生效")));
    }

    @Test
    void aRenewalBehindTheOldContractLeavesTheOldOneAsItIs() {
        approved(first, world.today().minusMonths(3), world.today().plusDays(20));
        approved(first, world.today().plusDays(21), world.today().plusYears(1));

        assertThat(associations.of(committee.id()))
                .extracting(AssociationView::endReason)
                .containsExactly(null, null);
    }

    @Test
    void aContractThatRanOutWhileItWaitedCantBeApproved() {
        ApplicationNumber number = anAssociation.submitted(
                committee,
                first,
                null,
                world.today().minusYears(1),
                world.today().plusDays(3));

        clock.at(
                world.today().plusDays(4).atTime(9, 0).atZone(clock.getZone()).toInstant(),
                () -> assertThatThrownBy(() -> anAssociation.decided(number, ReviewAction.APPROVE, world.clerk()))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.reason().code()).isEqualTo("association.contract.over")));
    }

    @Test
    void aDisabledCompanyCantBeChosenAnyMore() {
        ApplicationNumber number = anAssociation.submitted(
                committee,
                first,
                null,
                world.today().minusYears(1),
                world.today().plusDays(3));
        enterprises.disable(first, "停业整顿", world.clerk());

        assertThatThrownBy(() -> anAssociation.decided(number, ReviewAction.APPROVE, world.clerk()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("association.enterprise.gone"));
    }

    @Test
    void aSecondApplicationForTheSameAreaWaitsForTheFirst() {
        anAssociation.submitted(
                committee, first, null, world.today(), world.today().plusYears(1));

        assertThatThrownBy(() -> anAssociation.submitted(
                        committee, second, null, world.today(), world.today().plusYears(1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("association.pending"));
    }

    @Test
    void aPreparatoryGroupMayAssociateToo() {
        CommitteeView group = world.preparatoryGroup("筹备花园");

        world.association(group, first, null, world.today(), world.today().plusYears(1));

        assertThat(associations.areasOf(first.ref())).containsExactly(group.area());
    }

    /** What no service does, the database refuses too: two effective on one day. */
    @Test
    void theDatabaseTakesNoTwoEffectiveAssociationsOfOneArea() {
        approved(first, world.today().minusMonths(3), world.today().plusYears(1));
        approved(second, world.today().plusDays(30), world.today().plusYears(2));

        assertThatThrownBy(() -> jdbc.sql("UPDATE association SET effective_to = effective_to + 1"
                                + " WHERE enterprise_id = :first")
                        .param("first", first.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .satisfies(violated -> assertThat(ConstraintMessages.constraintName(violated))
                        .contains("ex_association_one_effective_per_area"));
    }

    /** 系统比对 on the review page. */
    private String said(ApplicationNumber number) {
        return service.open(AssociationDefinition.KIND, number, world.clerk()).checks().stream()
                .map(SystemCheck::text)
                .collect(Collectors.joining("\n"));
    }

    private AssociationView of(EnterpriseId company) {
        return associations.of(committee.id()).stream()
                .filter(association -> association.enterprise().equals(company))
                .findFirst()
                .orElseThrow();
    }

    private void on(LocalDate day, Runnable work) {
        clock.at(day.atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }

    private void approved(EnterpriseId company, LocalDate start, LocalDate end) {
        world.association(committee, company, null, start, end);
    }
}
