package org.maintenancefund.difference.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.difference.DifferenceKind;
import org.maintenancefund.difference.DifferenceNumber;
import org.maintenancefund.difference.DifferenceOwner;
import org.maintenancefund.difference.DifferenceState;
import org.maintenancefund.difference.Differences;
import org.maintenancefund.difference.NewDifference;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.StaleVersion;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.web.TimelineEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A difference from the day it is raised until it is settled, and who may do what with it. */
@IntegrationTest
@Transactional
class DifferenceServiceTest {

    @Autowired
    World world;

    @Autowired
    Differences differences;

    @Autowired
    DifferenceService service;

    @Autowired
    InvariantService invariants;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    JdbcClient jdbc;

    private CurrentUser district;
    private CurrentUser municipal;
    private String slip;

    @BeforeEach
    void people() {
        district = world.clerk();
        municipal = world.municipal();
        slip = "JC" + UUID.randomUUID();
    }

    private NewDifference late() {
        return NewDifference.of(DifferenceKind.SLIP_NOT_ARRIVED, slip, "缴存单 " + slip, world.today(), "", 5)
                .in(world.district().id())
                .of(new Money(12_678));
    }

    private DifferenceView view(DifferenceNumber number) {
        return service.get(number, municipal);
    }

    private int version(DifferenceNumber number) {
        return view(number).version();
    }

    @Test
    void whatIsRaisedHasAnOwnerADayAndASentence() {
        DifferenceView raised = view(differences.raise(late()));

        assertThat(raised.state()).isEqualTo(DifferenceState.OPEN);
        assertThat(raised.owner()).isEqualTo(DifferenceOwner.DISTRICT);
        assertThat(raised.district()).isEqualTo(world.district().id());
        assertThat(raised.dueOn()).isEqualTo(workingDays.due(raised.raisedAt(), 5));
        assertThat(raised.sentence()).isEqualTo("缴存单 " + slip + " 已于 " + world.today() + " 提交，款项还没有到账");
        assertThat(invariants.violations()).isEmpty();
    }

    @Test
    void ofNoDistrictItIsTheMunicipalCentres() {
        DifferenceNumber number =
                differences.raise(NewDifference.of(DifferenceKind.SLIP_NOT_ARRIVED, slip, "专户", world.today(), "", 3));

        assertThat(view(number).owner()).isEqualTo(DifferenceOwner.MUNICIPAL);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> service.get(number, district));
    }

    @Test
    void raisedAgainItIsTheSameAsLongAsItIsOpenAndAnotherOneAfterwards() {
        DifferenceNumber first = differences.raise(late());

        assertThat(differences.raise(late())).isEqualTo(first);
        assertThat(service.remarks(first)).hasSize(1);

        assertThat(differences.settle(DifferenceKind.SLIP_NOT_ARRIVED, slip, "款项已到账"))
                .isTrue();
        assertThat(differences.settle(DifferenceKind.SLIP_NOT_ARRIVED, slip, "款项已到账"))
                .as("nothing is open any more")
                .isFalse();
        assertThat(differences.raise(late())).isNotEqualTo(first);
        assertThat(view(first).state()).isEqualTo(DifferenceState.SETTLED);
        assertThat(service.remarks(first).get(0).texts()).containsExactly("款项已到账");
    }

    @Test
    void theOwnersPeopleExplainAndThenSettleAndAllOfItIsTold() {
        DifferenceNumber number = differences.raise(late());
        service.take(number, version(number), district);
        service.remark(number, version(number), "请区里抓紧", municipal);
        service.explain(number, version(number), "银行退回，账号写错", district);
        service.settle(number, version(number), "已重新转账", null, district);

        assertThat(view(number).state()).isEqualTo(DifferenceState.SETTLED);
        assertThat(view(number).ownerName()).isEqualTo("陈晓梅");
        assertThat(service.remarks(number))
                .extracting(TimelineEntry::title)
                .containsExactly("处理完毕", "说明", "补记", "由其负责", "登记");
        assertThat(invariants.violations()).isEmpty();
    }

    @Test
    void nobodySettlesWhatNobodyExplained() {
        DifferenceNumber number = differences.raise(late());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.settle(number, 0, "没事了", null, district))
                .satisfies(refused -> assertThat(refused.reason().code()).isEqualTo("difference.refusal.step.OPEN"));
        assertThatThrownBy(
                        () -> jdbc.sql("UPDATE difference SET state = 'SETTLED', settled_at = now(), settled_by = :by"
                                        + " WHERE number = :number")
                                .param("by", UUID.randomUUID())
                                .param("number", number.value())
                                .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("doesn't go from OPEN to SETTLED");
    }

    @Test
    void whatIsSettledStays() {
        DifferenceNumber number = differences.raise(late());
        service.explain(number, 0, "手续费", district);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.explain(number, version(number), "再说一次", district));
        service.settle(number, version(number), "已入账", null, district);
        int last = version(number);

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> service.remark(number, last, "补一句", district));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> service.take(number, last, district));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> service.hand(number, last, "转", null, municipal));
        assertThatThrownBy(() -> jdbc.sql("UPDATE difference SET due_on = due_on + 1 WHERE number = :number")
                        .param("number", number.value())
                        .update())
                .hasMessageContaining("stays as it is");
    }

    @Test
    void whatWasSaidStays() {
        differences.raise(late());

        assertThatThrownBy(() -> jdbc.sql("DELETE FROM difference_remark").update())
                .hasMessageContaining("what was said stays");
    }

    @Test
    void othersMayOnlySaySomething() {
        DifferenceNumber number = differences.raise(late());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.explain(number, 0, "我来说明", municipal))
                .satisfies(refused -> assertThat(refused.reason().code()).isEqualTo("difference.refusal.not-owner"));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> service.take(number, 0, municipal));
        service.remark(number, 0, "知道了", municipal);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> service.remark(number, version(number), "不是我区的", world.clerkElsewhere()));
        CurrentUser auditor = SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
        assertThat(service.get(number, auditor).number()).isEqualTo(number);
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> service.remark(number, version(number), "审计", auditor));
    }

    @Test
    void theMunicipalCentreTakesItOverAndHandsItBack() {
        DifferenceNumber number = differences.raise(late());
        service.take(number, 0, district);
        service.hand(number, version(number), "市里去问银行", null, municipal);

        assertThat(view(number).owner()).isEqualTo(DifferenceOwner.MUNICIPAL);
        assertThat(view(number).ownerName()).isNull();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.explain(number, version(number), "迟了一步", district));

        service.hand(number, version(number), "银行已答复，请区里办", null, municipal);
        service.explain(number, version(number), "已联系企业", district);
        assertThat(view(number).state()).isEqualTo(DifferenceState.EXPLAINED);
    }

    @Test
    void oneOfNoDistrictGoesToTheDistrictThatIsNamed() {
        DifferenceNumber number =
                differences.raise(NewDifference.of(DifferenceKind.LINE_UNMATCHED, slip, "流水", world.today(), "", 3));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.hand(number, 0, "给区里", null, municipal))
                .satisfies(refused -> assertThat(refused.reason().code()).isEqualTo("difference.refusal.no-district"));
        service.hand(number, 0, "给区里", world.district().id(), municipal);

        assertThat(service.get(number, district).isOf(district)).isTrue();
    }

    @Test
    void whoSawAnOlderStateIsToldSo() {
        DifferenceNumber number = differences.raise(late());
        service.remark(number, 0, "第一句", district);
        service.explain(number, version(number), "原因", district);

        assertThatExceptionOfType(StaleVersion.class).isThrownBy(() -> service.remark(number, 0, "第二句", municipal));
    }

    @Test
    void theClosingEntryIsOneThatIsThere() {
        DifferenceNumber number = differences.raise(late());
        service.explain(number, 0, "少记一笔", district);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> service.settle(number, version(number), "已补记", "FL203001-000001", district))
                .satisfies(refused -> assertThat(refused.reason().code()).isEqualTo("difference.entry.unknown"));
    }

    @Test
    void aDistrictsPeopleRaiseWhatIsTheirDistricts() {
        DifferenceNumber number = service.tell(
                new DifferenceService.Told(
                        "物业报表",
                        new Money(-9),
                        world.today(),
                        "报表少 0.09",
                        world.today().plusDays(7),
                        world.otherDistrict().id()),
                district);

        DifferenceView told = view(number);
        assertThat(told.kind()).isEqualTo(DifferenceKind.BY_HAND);
        assertThat(told.district()).isEqualTo(world.district().id());
        assertThat(told.raisedByName()).isEqualTo("陈晓梅");
        assertThat(told.sentence()).isEqualTo("报表少 0.09");
        assertThat(List.of(told.owner())).containsExactly(DifferenceOwner.DISTRICT);
    }
}
