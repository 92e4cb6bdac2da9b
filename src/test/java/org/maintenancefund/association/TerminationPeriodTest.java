package org.maintenancefund.association;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.application.domain.ReviewService;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.association.termination.TerminationDefinition;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What of a right is left when its end is approved, whatever came before or comes after it. */
@IntegrationTest
@Transactional
class TerminationPeriodTest {

    @Autowired
    World world;

    @Autowired
    Associations associations;

    @Autowired
    AnAssociation anAssociation;

    @Autowired
    ATermination aTermination;

    @Autowired
    ReviewService service;

    @Autowired
    AreaMerging merging;

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
        area = world.area("终止花园");
        committee = world.committee(area, "终止花园业主委员会");
        first = world.company("云州先到物业公司");
        second = world.company("云州后来物业公司");
    }

    /** Applied for on day 10 of the right, approved on day 20: the last day is that before 解除日期, or yesterday. */
    @ParameterizedTest
    @CsvSource({"0, 19", "15, 19", "20, 19", "21, 20", "100, 99", "365, 364"})
    void theLastDayIsTheOneBeforeAndNeverOneThatIsOver(int endsOn, int lastDay) {
        LocalDate begin = world.today();
        approved(first, begin, begin.plusDays(365));
        ApplicationNumber number =
                on(begin.plusDays(10), () -> aTermination.submitted(committee, of(first), begin.plusDays(endsOn)));

        on(begin.plusDays(20), () -> {
            aTermination.decided(number, ReviewAction.APPROVE, world.clerk());
            return null;
        });

        assertThat(of(first).effectiveTo()).isEqualTo(begin.plusDays(lastDay));
        assertThat(of(first).endReason()).isEqualTo(EndReason.TERMINATED);
        on(
                begin.plusDays(lastDay),
                () -> assertThat(associations.manages(first.ref(), area))
                        .as("on its last day")
                        .isTrue());
        on(
                begin.plusDays(lastDay + 1),
                () -> assertThat(associations.manages(first.ref(), area)).isFalse());
    }

    @Test
    void oneThatHasNotBegunNeverDoesAndTheOneThatRunsStays() {
        approved(first, world.today(), world.today().plusDays(100));
        approved(second, world.today().plusDays(101), world.today().plusDays(400));

        ApplicationNumber number = aTermination.submitted(committee, of(second), world.today());
        assertThat(said(number))
                .contains("云州后来物业公司的关联原定从 " + world.today().plusDays(101) + " 起，不再生效")
                .contains("之后没有已通过的关联：从 " + world.today().plusDays(101) + " 起");
        aTermination.decided(number, ReviewAction.APPROVE, world.clerk());

        assertThat(associations.comingFor(area)).isEmpty();
        assertThat(of(first).endReason()).isNull();
        assertThat(of(first).effectiveTo()).isEqualTo(world.today().plusDays(100));
    }

    @Test
    void theContractThatFollowsIsToldWithTheDaysBetween() {
        approved(first, world.today(), world.today().plusDays(100));
        approved(second, world.today().plusDays(101), world.today().plusDays(400));
        ApplicationNumber number =
                aTermination.submitted(committee, of(first), world.today().plusDays(61));

        assertThat(said(number))
                .contains("之后由云州后来物业公司从 " + world.today().plusDays(101) + " 起管理；"
                        + world.today().plusDays(61) + " 至 " + world.today().plusDays(100) + " 没有管理单位");
        aTermination.decided(number, ReviewAction.APPROVE, world.clerk());

        assertThat(of(second).effectiveFrom())
                .as("a later contract stays as it is")
                .isEqualTo(world.today().plusDays(101));
        assertThat(of(second).endReason()).isNull();
    }

    @Test
    void anotherCompanyFollowsAtOnce() {
        approved(first, world.today().minusDays(50), world.today().plusDays(100));
        aTermination.approved(committee, of(first), world.today().plusDays(10), world.clerk());

        ApplicationNumber number = anAssociation.submitted(
                committee,
                second,
                null,
                world.today().plusDays(10),
                world.today().plusYears(2));
        anAssociation.decided(number, ReviewAction.APPROVE, world.clerk());

        assertThat(of(first).endReason())
                .as("it was ended already, nothing replaces it")
                .isEqualTo(EndReason.TERMINATED);
        assertThat(of(second).effectiveFrom()).isEqualTo(world.today().plusDays(10));
    }

    @Test
    void aReplacementThatComesEarlierThanTheEndIsWhatEndsIt() {
        approved(first, world.today(), world.today().plusDays(100));
        aTermination.approved(committee, of(first), world.today().plusDays(50), world.clerk());

        approved(second, world.today().plusDays(20), world.today().plusDays(300));

        assertThat(of(first).effectiveTo()).isEqualTo(world.today().plusDays(19));
        assertThat(of(first).endReason()).isEqualTo(EndReason.REPLACED);
    }

    @Test
    void whatEndsBeforeItIsApprovedNeedsNoEnd() {
        approved(first, world.today(), world.today().plusDays(100));
        ApplicationNumber number =
                aTermination.submitted(committee, of(first), world.today().plusDays(50));
        approved(second, world.today().plusDays(20), world.today().plusDays(300));

        assertThat(said(number)).contains("现在到 " + world.today().plusDays(19) + " 为止");
        assertRefused(number, "association.termination.ends-before");
    }

    @Test
    void whatIsOverBeforeItIsApprovedNeedsNoEndEither() {
        approved(first, world.today(), world.today().plusDays(100));
        ApplicationNumber number =
                aTermination.submitted(committee, of(first), world.today().plusDays(50));

        on(world.today().plusDays(101), () -> {
            assertThat(said(number)).contains("这份关联已经结束，不用解除");
            assertRefused(number, "association.termination.over");
            return null;
        });
    }

    @Test
    void twoContractsThatFollowEachOtherStandInWhateverOrderTheyAreApproved() {
        ApplicationNumber later = anAssociation.submitted(
                committee,
                second,
                null,
                world.today().plusDays(101),
                world.today().plusDays(400));
        anAssociation.decided(later, ReviewAction.APPROVE, world.clerk());
        ApplicationNumber earlier = anAssociation.submitted(
                committee, first, null, world.today(), world.today().plusDays(100));
        anAssociation.decided(earlier, ReviewAction.APPROVE, world.clerk());
        CommitteeView others = world.committee(world.area("次序花园"), "次序花园业主委员会");
        world.association(others, first, null, world.today(), world.today().plusDays(100));
        world.association(
                others, second, null, world.today().plusDays(101), world.today().plusDays(400));

        assertThat(periods(committee)).isEqualTo(periods(others)).hasSize(2);
        assertThat(associations.of(committee.id()))
                .extracting(AssociationView::endReason)
                .containsOnlyNulls();
    }

    private List<String> periods(CommitteeView applicant) {
        return associations.of(applicant.id()).stream()
                .map(right -> right.enterprise() + " " + right.effectiveFrom() + " " + right.effectiveTo())
                .sorted()
                .toList();
    }

    /** What was ended stays ended where areas become one; before it ran again over its whole contract. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aMergeOfAreasBringsNoEndedRightBackToLife(boolean undone) {
        approved(first, world.today(), world.today().plusDays(300));
        aTermination.approved(committee, of(first), world.today().plusDays(31), world.clerk());
        AreaId kept = world.area("终止花园二期");

        var merge = merging.merge(new MergeOrder(kept, List.of(area), "终止花园", "同一业委会、同一物业服务企业"), world.municipal());

        assertThat(associations.effectiveFor(kept).orElseThrow().effectiveTo())
                .isEqualTo(world.today().plusDays(30));
        if (undone) {
            merging.undo(merge, world.municipal());
            assertThat(associations.effectiveFor(area).orElseThrow().endReason())
                    .isEqualTo(EndReason.TERMINATED);
        }
    }

    @Test
    void theDatabaseTakesNoEndWithoutTheApplicationItComesOf() {
        approved(first, world.today(), world.today().plusDays(100));
        aTermination.approved(committee, of(first), world.today().plusDays(50), world.clerk());

        assertThatThrownBy(() -> jdbc.sql("UPDATE association SET ended_by = NULL WHERE enterprise_id = :first")
                        .param("first", first.value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("ck_association_ended_by");
    }

    /** {@code area_contract}, which statistics and reminders ask: contracts that end by themselves and that nobody follows. */
    @Test
    void aContractCountsAmongThoseThatEndUnlessItWasEndedOrSomebodyFollows() {
        approved(first, world.today(), world.today().plusDays(100));
        assertThat(contracts()).containsExactly(world.today().plusDays(100));
        approved(second, world.today().plusDays(101), world.today().plusDays(400));
        assertThat(contracts()).containsExactly(world.today().plusDays(400));

        aTermination.approved(committee, of(second), world.today().plusDays(301), world.clerk());
        assertThat(contracts())
                .as("the second was ended, and the first is still followed by it")
                .isEmpty();
        aTermination.approved(committee, of(second), world.today(), world.clerk());
        assertThat(contracts())
                .as("nobody follows any more")
                .containsExactly(world.today().plusDays(100));
        aTermination.approved(committee, of(first), world.today().plusDays(10), world.clerk());
        assertThat(contracts()).isEmpty();
    }

    private List<LocalDate> contracts() {
        return jdbc.sql("SELECT contract_ends_on FROM area_contract WHERE area_id = :area")
                .param("area", area.value())
                .query(LocalDate.class)
                .list();
    }

    @Test
    void whoManagesAnAreaIsPublishedForItsDaysAlone() {
        approved(first, world.today(), world.today().plusDays(100));
        approved(second, world.today().plusDays(101), world.today().plusDays(400));
        aTermination.approved(committee, of(second), world.today(), world.clerk());
        aTermination.approved(committee, of(first), world.today().plusDays(10), world.clerk());

        assertThat(managed(9)).containsExactly(first.value());
        assertThat(managed(10)).isEmpty();
        assertThat(managed(200)).isEmpty();
    }

    private List<java.util.UUID> managed(int days) {
        return jdbc.sql("SELECT manager_id FROM area_managed WHERE area_id = :area AND effective @> cast(:day AS date)")
                .param("area", area.value())
                .param("day", world.today().plusDays(days))
                .query((row, i) -> row.getObject(1, java.util.UUID.class))
                .list();
    }

    private void assertRefused(ApplicationNumber number, String code) {
        assertThatThrownBy(() -> aTermination.decided(number, ReviewAction.APPROVE, world.clerk()))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo(code));
    }

    /** 系统比对 on the review page. */
    private String said(ApplicationNumber number) {
        return service.open(TerminationDefinition.KIND, number, world.clerk()).checks().stream()
                .map(SystemCheck::text)
                .collect(Collectors.joining("\n"));
    }

    private AssociationView of(EnterpriseId company) {
        return associations.of(committee.id()).stream()
                .filter(association -> association.enterprise().equals(company))
                .findFirst()
                .orElseThrow();
    }

    private <T> T on(LocalDate day, java.util.function.Supplier<T> work) {
        return clock.at(day.atTime(9, 0).atZone(clock.getZone()).toInstant(), work);
    }

    private void approved(EnterpriseId company, LocalDate start, LocalDate end) {
        world.association(committee, company, null, start, end);
    }
}
