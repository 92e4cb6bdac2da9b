package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaSearch;
import org.maintenancefund.area.AreaState;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.FundAccount;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.Committees;
import org.maintenancefund.committee.dissolution.ADissolution;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Merging areas with what other features tied to them. */
@IntegrationTest
@Transactional
class AreaMergingTest {

    private static final String ENDS = "/associations/terminations/own/";

    @Autowired
    World world;

    @Autowired
    AreaRegister register;

    @Autowired
    AreaMerging merging;

    @Autowired
    PropertyAreas areas;

    @Autowired
    ACommittee committees;

    @Autowired
    ADissolution dissolutions;

    @Autowired
    Committees committeeList;

    @Autowired
    Associations associations;

    @Autowired
    AnAssociation anAssociation;

    @Autowired
    ATermination terminations;

    @Autowired
    Pages pages;

    @Autowired
    TravellingClock clock;

    @Autowired
    EntityManager entities;

    private AreaId first() {
        return world.area(AnArea.named("听雨轩一期").formerly("红旗新村"));
    }

    private AreaId second() {
        return world.area("听雨轩二期");
    }

    @Test
    void theKeptAreaCarriesTheFiguresAndEveryNameOfAll() {
        merge("听雨轩", first(), second());

        AreaView kept = areas.get(first());
        assertThat(kept.name()).isEqualTo("听雨轩");
        assertThat(kept.aliases()).containsExactly("红旗新村", "听雨轩一期", "听雨轩二期");
        assertThat(kept.households()).isEqualTo(1728);
        assertThat(kept.buildings()).isEqualTo(24);
        assertThat(kept.floorAreas().total()).isEqualByComparingTo(new BigDecimal("172841.00"));
        AreaView merged = areas.get(second());
        assertThat(merged.state()).isEqualTo(AreaState.MERGED);
        assertThat(merged.mergedInto()).isEqualTo(first());
        assertThat(areas.standing(second()).id()).isEqualTo(first());
    }

    @Test
    void theKeptAreaIsFoundByEveryFormerName() {
        merge("听雨轩", first(), second());

        for (String name : List.of("听雨轩", "听雨轩一期", "听雨轩二期", "红旗新村")) {
            assertThat(areas.search(AreaSearch.of(name)).items())
                    .as(name)
                    .extracting(AreaView::id)
                    .containsExactly(first());
        }
    }

    @Test
    void committeeAssociationAndApplicationsMoveToTheKeptArea() {
        CommitteeView committee = world.committee(second(), "听雨轩二期业主委员会");
        EnterpriseId company = aManager(committee, "云州听雨物业");
        ApplicationNumber pending = anAssociation.submitted(
                committee, company, null, world.today(), world.today().plusYears(2));

        merge("听雨轩", first(), second());

        assertThat(committeeList.inOfficeFor(first()))
                .get()
                .extracting(CommitteeView::id)
                .isEqualTo(committee.id());
        assertThat(committeeList.inOfficeFor(second())).isEmpty();
        assertThat(associations.effectiveFor(first())).isPresent();
        assertThat(associations.effectiveFor(second())).isEmpty();
        anAssociation.decided(pending, ReviewAction.APPROVE, world.clerk());
        assertThat(associations.effectiveFor(first()))
                .get()
                .extracting(AssociationView::area)
                .isEqualTo(first());
    }

    @Test
    void aRegistrationUnderWayIsApprovedForTheKeptArea() {
        ApplicationNumber number = committees.submitted(second(), "听雨轩二期业主委员会");

        merge("听雨轩", first(), second());
        committees.decided(number, ReviewAction.APPROVE, world.clerk());

        assertThat(committeeList.inOfficeFor(first())).isPresent();
        assertThat(committeeList.inOfficeFor(second())).isEmpty();
    }

    @Test
    void associationsWithTheSameCompanyBecomeOneOverBothPeriods() {
        AreaId third = world.area("听雨轩三期");
        CommitteeView committee = world.committee(third, "听雨轩业主委员会");
        EnterpriseId company = aManager(committee, "云州听雨物业");
        merge("听雨轩南区", first(), third);
        AreaId other = world.area("听雨轩四期");
        AssociationView before = associations.effectiveFor(first()).orElseThrow();

        merge("听雨轩", other, first());

        AssociationView after = associations.effectiveFor(other).orElseThrow();
        assertThat(after.enterprise()).isEqualTo(company);
        assertThat(after.effectiveFrom()).isEqualTo(before.effectiveFrom());
        assertThat(after.effectiveTo()).isEqualTo(before.effectiveTo());
    }

    /** Two contracts of one company follow each other; the merge makes them one right, and swallows the one that is to end. */
    @Test
    void anEndAppliedForOneRightIsThatOfTheOneItBecamePartOf() {
        CommitteeView committee = world.committee(second(), "听雨轩二期业主委员会");
        AssociationView coming = aSecondContract(committee);
        LocalDate day = coming.effectiveFrom().plusDays(30);
        ApplicationNumber number = terminations.submitted(committee, coming, day);

        merge("听雨轩", first(), second());

        assertThat(pages.open("/associations/terminations/reviews/" + number, world.clerk())
                        .select(".findings")
                        .text())
                .contains("云州听雨物业管理到 " + day.minusDays(1) + " 为止")
                .doesNotContain("这份关联已经结束");
        terminations.decided(number, ReviewAction.APPROVE, world.clerk());
        AssociationView ended = associations.effectiveFor(first()).orElseThrow();
        assertThat(ended.effectiveTo()).isEqualTo(day.minusDays(1));
        assertThat(ended.endReason()).isEqualTo(EndReason.TERMINATED);
        assertThat(pages.open(ENDS + number, world.personOf(committee))
                        .select("main .notice")
                        .text())
                .contains("云州听雨物业的关联到 " + day.minusDays(1) + " 为止");
    }

    @Test
    void whatWasToEndBeforeItBeganEndsNoDayOfTheRightThatItBecamePartOf() {
        CommitteeView committee = world.committee(second(), "听雨轩二期业主委员会");
        AssociationView coming = aSecondContract(committee);
        ApplicationNumber number = terminations.submitted(committee, coming, world.today());

        merge("听雨轩", first(), second());
        terminations.decided(number, ReviewAction.APPROVE, world.clerk());

        assertThat(associations.effectiveFor(first()).orElseThrow().effectiveTo())
                .isEqualTo(coming.effectiveFrom().minusDays(1));
    }

    @Test
    void aReturnedEndOfARightThatAMergeSwallowedIsMendedAndSentAgain() {
        CommitteeView committee = world.committee(second(), "听雨轩二期业主委员会");
        CurrentUser applicant = world.personOf(committee);
        AssociationView coming = aSecondContract(committee);
        LocalDate day = coming.effectiveFrom().plusDays(30);
        ApplicationNumber number = terminations.submitted(committee, coming, day);
        merge("听雨轩", first(), second());
        terminations.decided(number, ReviewAction.RETURN, world.clerk());

        String form = Pages.redirected(pages.post(ENDS + number + "/revise", applicant, Map.of()));
        assertThat(pages.open(form, applicant).select("#endsOn").val()).isEqualTo(day.toString());
        String check = Pages.redirected(pages.post(
                form,
                applicant,
                Map.of(
                        "endsOn", day.plusDays(1).toString(),
                        "reason", "AGREED",
                        "papers[0].copies", "1",
                        "papers[0].form", "ORIGINAL")));
        assertThat(pages.post(check, applicant, Map.of())).hasRedirectedUrl(ENDS + number);
        terminations.decided(number, ReviewAction.APPROVE, world.clerk());

        assertThat(associations.effectiveFor(first()).orElseThrow().effectiveTo())
                .isEqualTo(day);
    }

    /** That of the company which manages the committee's area, for the year after this one. */
    private AssociationView aSecondContract(CommitteeView committee) {
        EnterpriseId company = aManager(committee, "云州听雨物业");
        world.association(
                committee,
                company,
                null,
                world.today().plusYears(1).plusDays(1),
                world.today().plusYears(2));
        return associations.comingFor(committee.area()).get(0);
    }

    @Test
    void anUndoneMergeLeavesEverythingAsItWas() {
        CommitteeView committee = world.committee(second(), "听雨轩二期业主委员会");
        EnterpriseId company = aManager(committee, "云州听雨物业");
        ApplicationNumber pending = anAssociation.submitted(
                committee, company, null, world.today(), world.today().plusYears(2));
        AreaView firstBefore = areas.get(first());
        AssociationView rightBefore = associations.effectiveFor(second()).orElseThrow();

        UUID merge = merge("听雨轩", first(), second());
        assertThat(merging.whyNotUndone(merge)).isEmpty();
        merging.undo(merge, world.municipal());

        AreaView after = areas.get(first());
        assertThat(after.name()).isEqualTo(firstBefore.name());
        assertThat(after.aliases()).isEqualTo(firstBefore.aliases());
        assertThat(after.households()).isEqualTo(firstBefore.households());
        assertThat(areas.get(second()).isActive()).isTrue();
        assertThat(committeeList.inOfficeFor(second()))
                .get()
                .extracting(CommitteeView::id)
                .isEqualTo(committee.id());
        assertThat(associations.effectiveFor(second())).contains(rightBefore);
        anAssociation.decided(pending, ReviewAction.APPROVE, world.clerk());
        assertThat(associations.effectiveFor(second())).isPresent();
        assertThatThrownBy(() -> merging.undo(merge, world.municipal())).isInstanceOf(Refusal.class);
    }

    @Test
    void onceTheCommitteeOfTheKeptAreaWasDissolvedTheMergeStands() {
        CommitteeView committee = world.committee(second(), "听雨轩二期业主委员会");
        UUID merge = merge("听雨轩", first(), second());

        clock.at(clock.instant().plusSeconds(60), () -> dissolutions.approved(committee, world.clerk()));

        assertThat(merging.whyNotUndone(merge))
                .get()
                .extracting(reason -> reason.code())
                .isEqualTo("area.merge.decided-since");
    }

    @Test
    void onceSomethingWasDecidedOnTheKeptAreaTheMergeStands() {
        ApplicationNumber number = committees.submitted(second(), "听雨轩二期业主委员会");
        UUID merge = merge("听雨轩", first(), second());

        clock.at(
                clock.instant().plusSeconds(60), () -> committees.decided(number, ReviewAction.APPROVE, world.clerk()));

        assertThat(merging.whyNotUndone(merge))
                .get()
                .extracting(reason -> reason.code())
                .isEqualTo("area.merge.decided-since");
        assertThatThrownBy(() -> merging.undo(merge, world.municipal())).isInstanceOf(Refusal.class);
    }

    @Test
    void aRenamedAreaIsNotTakenApart() {
        UUID merge = merge("听雨轩", first(), second());
        register.rename(first(), areas.get(first()).version(), "听雨轩花园", "业主大会决定", world.municipal());

        assertThat(merging.whyNotUndone(merge))
                .get()
                .extracting(reason -> reason.code())
                .isEqualTo("area.merge.changed-since");
    }

    @Test
    void differentCommitteesStandAgainstAMerge() {
        world.committee(first(), "听雨轩一期业主委员会");
        world.committee(second(), "听雨轩二期业主委员会");

        assertBlocked("业委会", first(), second());
    }

    @Test
    void differentCompaniesStandAgainstAMerge() {
        CommitteeView committee = world.committee(first(), "听雨轩一期业主委员会");
        aManager(committee, "云州甲物业");
        AreaId third = world.area("听雨轩三期");
        CommitteeView another = world.committee(third, "听雨轩三期业主委员会");
        aManager(another, "云州乙物业");

        assertBlocked("不同的物业服务企业", first(), third);
    }

    @Test
    void twoFundAccountsStandAgainstAMergeAndOneDoesNot() {
        AreaId with = world.enter(AnArea.named("听雨轩三期").withAccount(account("6200000000000011")));
        AreaId with2 = world.enter(AnArea.named("听雨轩四期").withAccount(account("6200000000000012")));

        assertBlocked("专户", with, with2);
        merge("听雨轩", first(), with);

        assertThat(areas.get(first()).fundAccount()).isEqualTo(account("6200000000000011"));
    }

    @Test
    void twoPendingApplicationsOfTheSameKindStandAgainstAMerge() {
        committees.submitted(first(), "听雨轩一期业主委员会");
        committees.submitted(second(), "听雨轩二期业主委员会");

        assertBlocked("待审核", first(), second());
    }

    @Test
    void areasOfTwoDistrictsAndMergedOnesAreNotMerged() {
        AreaId other = world.enter(
                AnArea.named("听雨轩五期").in(world.otherDistrict().streets().get(0).id()));

        assertBlocked("不属于同一个区", first(), other);
        merge("听雨轩", first(), second());
        AreaId third = world.area("听雨轩三期");
        assertBlocked("已经合并", third, second());
        assertBlocked("至少选择两个", third);
    }

    private UUID merge(String name, AreaId kept, AreaId... others) {
        UUID merge =
                merging.merge(new MergeOrder(kept, Arrays.asList(others), name, "同一业委会、同一物业服务企业"), world.municipal());
        // In earnest the next step is another transaction and reads what this one wrote.
        entities.flush();
        entities.clear();
        return merge;
    }

    private void assertBlocked(String words, AreaId kept, AreaId... others) {
        List<AreaId> all = new ArrayList<>(List.of(kept));
        all.addAll(Arrays.asList(others));
        assertThat(merging.plan(all).blockers())
                .extracting(MergeBlocker::sentence)
                .anyMatch(text -> text.contains(words));
        assertThatThrownBy(() -> merge("听雨轩", kept, others)).isInstanceOf(Refusal.class);
    }

    private EnterpriseId aManager(CommitteeView committee, String name) {
        EnterpriseId company = world.company(name);
        world.association(
                committee,
                company,
                null,
                world.today().minusMonths(1),
                world.today().plusYears(1));
        return company;
    }

    private static FundAccount account(String number) {
        return new FundAccount("云州银行望湖支行", "听雨轩维修资金专户", number);
    }
}
