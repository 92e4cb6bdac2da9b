package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maintenancefund.enterprise.CompanyFixture.aCompany;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.area.ADistrict;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.association.web.AssociationDefinition;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeForms;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.web.ConstraintMessages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** From when to when an association is effective, and what a new one does to an earlier one. */
@IntegrationTest
@Transactional
@Import(ACommittee.class)
class AssociationPeriodTest {

    @Autowired
    Districts districts;

    @Autowired
    AreaRegister register;

    @Autowired
    ACommittee committees;

    @Autowired
    Committees inOffice;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Associations associations;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ReviewService service;

    @Autowired
    TravellingClock clock;

    @Autowired
    JdbcClient jdbc;

    private AnAssociation anAssociation;
    private AreaId area;
    private CommitteeView committee;
    private CurrentUser reviewer;
    private EnterpriseId first;
    private EnterpriseId second;
    private LocalDate today;

    @BeforeEach
    void aCommitteeAndTwoCompanies() {
        anAssociation = AnAssociation.with(beans);
        today = LocalDate.now(clock);
        DistrictCentre district = ADistrict.establishedWith(districts, "QP", "期间区", "期间街道");
        area = AnArea.named("期间花园").in(district.streets().get(0).id()).enteredWith(register);
        committee = committees.approved(area, "期间花园业主委员会");
        reviewer = ACommittee.reviewer(district.id());
        first = enterprises.register(aCompany("云州前任物业公司", district.id()));
        second = enterprises.register(aCompany("云州后任物业公司", district.id()));
    }

    @Test
    void aRunningContractGivesTheRightFromTheDayOfApproval() {
        approved(first, today.minusMonths(3), today.plusYears(1));

        AssociationView right = associations.effectiveFor(area).orElseThrow();
        assertThat(right.effectiveFrom()).isEqualTo(today);
        assertThat(right.effectiveTo()).isEqualTo(today.plusYears(1));
        assertThat(right.contract().start()).isEqualTo(today.minusMonths(3));
    }

    @Test
    void aContractThatStartsLaterGivesTheRightFromItsStart() {
        approved(first, today.plusDays(10), today.plusYears(1));

        assertThat(associations.effectiveFor(area)).isEmpty();
        assertThat(associations.managedBy(first.ref())).isEmpty();
        assertThat(associations.comingFor(area))
                .extracting(AssociationView::effectiveFrom)
                .containsExactly(today.plusDays(10));
        clock.at(
                today.plusDays(10).atStartOfDay(clock.getZone()).toInstant(),
                () -> assertThat(associations.managedBy(first.ref())).containsExactly(area));
    }

    @Test
    void aNewOneEndsTheEarlierOneTheDayBeforeItBegins() {
        approved(first, today.minusMonths(3), today.plusYears(1));
        approved(second, today.plusDays(30), today.plusYears(2));

        List<AssociationView> history = associations.of(committee.id());
        assertThat(history).extracting(AssociationView::enterprise).containsExactly(second, first);
        assertThat(history.get(1).effectiveTo()).isEqualTo(today.plusDays(29));
        assertThat(history.get(1).endReason()).isEqualTo(EndReason.REPLACED);
        assertThat(history.get(0).endReason()).isNull();
        assertThat(associations.manages(first.ref(), area)).isTrue();
        clock.at(today.plusDays(30).atStartOfDay(clock.getZone()).toInstant(), () -> {
            assertThat(associations.manages(first.ref(), area)).isFalse();
            assertThat(associations.manages(second.ref(), area)).isTrue();
        });
    }

    @Test
    void theRightOfTheEarlierOneIsOverAtOnceWhereTheNewOneBeginsToday() {
        clock.at(
                clock.instant().minusSeconds(10 * 86_400),
                () -> approved(first, today.minusMonths(3), today.plusYears(1)));
        assertThat(associations.manages(first.ref(), area)).isTrue();

        approved(second, today.minusDays(1), today.plusYears(2));

        assertThat(associations.manages(first.ref(), area)).isFalse();
        assertThat(associations.manages(second.ref(), area)).isTrue();
    }

    @Test
    void oneThatHadNotBegunNeverDoesWhereAnotherComesFirst() {
        approved(first, today.plusDays(30), today.plusYears(1));
        approved(second, today.minusDays(1), today.plusYears(2));

        assertThat(associations.comingFor(area)).isEmpty();
        clock.at(today.plusDays(40).atStartOfDay(clock.getZone()).toInstant(), () -> {
            assertThat(associations.manages(first.ref(), area)).isFalse();
            assertThat(associations.manages(second.ref(), area)).isTrue();
        });
    }

    @Test
    void anInterimContractAndALaterOneBothStand() {
        approved(first, today.plusMonths(7), today.plusYears(3));
        ApplicationNumber interim = anAssociation.submitted(
                committee, second, null, today.plusDays(3), today.plusMonths(7).minusDays(1));

        assertThat(said(interim)).contains("在新的关联到期以后才开始，两者都保留").doesNotContain("通过后");
        anAssociation.decided(interim, ReviewAction.APPROVE, reviewer);

        assertThat(associations.of(committee.id()))
                .extracting(AssociationView::endReason)
                .containsExactly(null, null);
        assertThat(associations.managedBy(first.ref())).isEmpty();
        assertThat(associations.managedBy(second.ref()))
                .as("begins in three days")
                .isEmpty();
        on(today.plusMonths(7).minusDays(1), () -> {
            assertThat(associations.manages(second.ref(), area)).isTrue();
            assertThat(associations.manages(first.ref(), area)).isFalse();
        });
        on(today.plusMonths(7), () -> {
            assertThat(associations.manages(second.ref(), area)).isFalse();
            assertThat(associations.manages(first.ref(), area)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 45})
    void aLaterOneGivesWayOnlyForTheDaysThatBothHave(int daysInCommon) {
        LocalDate later = today.plusDays(100);
        LocalDate end = later.plusDays(daysInCommon);
        approved(first, later, today.plusYears(3));
        ApplicationNumber interim = anAssociation.submitted(committee, second, null, today.minusDays(9), end);

        assertThat(said(interim)).contains("推迟到 " + end.plusDays(1) + " 才开始");
        anAssociation.decided(interim, ReviewAction.APPROVE, reviewer);

        AssociationView postponed = of(first);
        assertThat(postponed.effectiveFrom()).isEqualTo(end.plusDays(1));
        assertThat(postponed.effectiveTo()).isEqualTo(today.plusYears(3));
        assertThat(postponed.endReason()).isNull();
        assertThat(of(second).effectiveTo()).isEqualTo(end);
    }

    @Test
    void theOneThatRunsOnItsFirstDayEndsEvenIfItsContractGoesOnBehindTheNewOne() {
        approved(first, today.minusDays(1), today.plusYears(3));
        ApplicationNumber interim =
                anAssociation.submitted(committee, second, null, today.plusDays(30), today.plusDays(90));

        assertThat(said(interim)).contains("的前一日终止，新的关联到期（" + today.plusDays(90) + "）以后也不再恢复");
        anAssociation.decided(interim, ReviewAction.APPROVE, reviewer);

        assertThat(of(first).effectiveTo()).isEqualTo(today.plusDays(29));
        on(today.plusDays(91), () -> assertThat(associations.effectiveFor(area)).isEmpty());
    }

    @Test
    void aLongOneOverSeveralCutsEachInItsWay() {
        EnterpriseId third = enterprises.register(aCompany("云州第三物业公司", reviewer.district()));
        EnterpriseId fourth = enterprises.register(aCompany("云州第四物业公司", reviewer.district()));
        approved(first, today.minusDays(1), today.plusDays(100));
        approved(second, today.plusDays(101), today.plusDays(200));
        approved(third, today.plusDays(201), today.plusDays(400));
        ApplicationNumber over =
                anAssociation.submitted(committee, fourth, null, today.plusDays(50), today.plusDays(300));

        assertThat(said(over)).contains("的前一日终止", "由新的关联接替，不再生效", "推迟到 " + today.plusDays(301));
        anAssociation.decided(over, ReviewAction.APPROVE, reviewer);

        assertThat(of(first).effectiveTo()).isEqualTo(today.plusDays(49));
        assertThat(of(second).isEffectiveOn(today.plusDays(101))).isFalse();
        assertThat(of(third).effectiveFrom()).isEqualTo(today.plusDays(301));
        assertThat(associations.comingFor(area))
                .extracting(AssociationView::enterprise)
                .containsExactly(fourth, third);
    }

    @Test
    void whatIsSaidOnTheTelephoneIsWhatWasApprovedAlsoDaysLater() {
        ApplicationNumber number =
                anAssociation.submitted(committee, first, null, today.minusMonths(3), today.plusYears(1));
        anAssociation.decided(number, ReviewAction.APPROVE, reviewer);

        on(
                today.plusDays(5),
                () -> assertThat(service.whatToSay(AssociationDefinition.KIND, number, reviewer))
                        .contains("关联从 " + today + " 起生效"));
    }

    @Test
    void aRenewalBehindTheOldContractLeavesTheOldOneAsItIs() {
        approved(first, today.minusMonths(3), today.plusDays(20));
        approved(first, today.plusDays(21), today.plusYears(1));

        assertThat(associations.of(committee.id()))
                .extracting(AssociationView::endReason)
                .containsExactly(null, null);
    }

    @Test
    void aContractThatRanOutWhileItWaitedCantBeApproved() {
        ApplicationNumber number =
                anAssociation.submitted(committee, first, null, today.minusYears(1), today.plusDays(3));

        clock.at(
                today.plusDays(4).atTime(9, 0).atZone(clock.getZone()).toInstant(),
                () -> assertThatThrownBy(() -> anAssociation.decided(number, ReviewAction.APPROVE, reviewer))
                        .isInstanceOfSatisfying(
                                Refusal.class,
                                refusal -> assertThat(refusal.reason().code()).isEqualTo("association.contract.over")));
    }

    @Test
    void aDisabledCompanyCantBeChosenAnyMore() {
        ApplicationNumber number =
                anAssociation.submitted(committee, first, null, today.minusYears(1), today.plusDays(3));
        enterprises.disable(first, "停业整顿", reviewer);

        assertThatThrownBy(() -> anAssociation.decided(number, ReviewAction.APPROVE, reviewer))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("association.enterprise.gone"));
    }

    @Test
    void aSecondApplicationForTheSameAreaWaitsForTheFirst() {
        anAssociation.submitted(committee, first, null, today, today.plusYears(1));

        assertThatThrownBy(() -> anAssociation.submitted(committee, second, null, today, today.plusYears(1)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("association.pending"));
    }

    @Test
    void aPreparatoryGroupMayAssociateToo() {
        AreaId young = AnArea.named("筹备花园")
                .in(districts.get(reviewer.district()).streets().get(0).id())
                .enteredWith(register);
        ApplicationNumber registration = committees
                .submitted(ACommittee.browser(), CommitteeForms.preparatory(young, "筹备花园"))
                .number();
        committees.decided(registration, ReviewAction.APPROVE, reviewer);
        CommitteeView group = inOffice.inOfficeFor(young).orElseThrow();

        ApplicationNumber number = anAssociation.submitted(group, first, null, today, today.plusYears(1));
        anAssociation.decided(number, ReviewAction.APPROVE, reviewer);

        assertThat(associations.managedBy(first.ref())).containsExactly(young);
    }

    /** What no service does, the database refuses too: two effective on one day. */
    @Test
    void theDatabaseTakesNoTwoEffectiveAssociationsOfOneArea() {
        approved(first, today.minusMonths(3), today.plusYears(1));
        approved(second, today.plusDays(30), today.plusYears(2));

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
        return service.open(AssociationDefinition.KIND, number, reviewer).checks().stream()
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
        anAssociation.decided(
                anAssociation.submitted(committee, company, null, start, end), ReviewAction.APPROVE, reviewer);
    }
}
