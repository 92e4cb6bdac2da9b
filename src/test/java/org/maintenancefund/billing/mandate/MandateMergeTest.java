package org.maintenancefund.billing.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.test.IntegrationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Mandates of areas that become one, and of areas that are taken apart again. */
@IntegrationTest
@Transactional
class MandateMergeTest extends MandatedArea {

    @Autowired
    AreaMerging merging;

    @Autowired
    MandateService service;

    @Autowired
    CollectionRights rights;

    private AreaId other;

    @BeforeEach
    void twoAreas() {
        managed("听荷轩一期");
        other = world.area("听荷轩二期");
    }

    private UUID merge(AreaId kept, AreaId... merged) {
        return merging.merge(new MergeOrder(kept, List.of(merged), "听荷轩", "同一个小区登记了两次"), world.municipal());
    }

    @Test
    void aMandateGoesAlongAndComesBack() {
        mandate(0, 300);

        UUID merge = merge(other, area);

        assertThat(periods(other)).containsExactly("0 to 300");
        assertThat(periods(area)).isEmpty();
        Mandate moved = mandates.of(other).get(0).mandate();
        assertThat(moved.association())
                .isEqualTo(associations.effectiveFor(other).orElseThrow().id());
        assertThat(rights.collecting(area, ofOffice).id()).isEqualTo(other);

        merging.undo(merge, world.municipal());

        assertThat(periods(area)).containsExactly("0 to 300");
        assertThat(periods(other)).isEmpty();
        assertThat(mandates.of(area).get(0).mandate().association()).isEqualTo(right().id());
    }

    @Test
    void whatWasEndedStaysEndedOnBothWays() {
        mandate(0, 300);
        service.revoke(mandates.of(area).get(0).mandate().id(), 0, day(50), "改由社区代收", ofCommittee);

        UUID merge = merge(other, area);
        assertThat(periods(other)).containsExactly("0 to 49 REVOKED");
        merging.undo(merge, world.municipal());

        assertThat(periods(area)).containsExactly("0 to 49 REVOKED");
        assertThat(mandates.of(area).get(0).revokedBecause()).isEqualTo("改由社区代收");
    }

    /** Two associations of one collector become one; so do the mandates, which follow each other. */
    @Test
    void mandatesOfOneCollectorBecomeOneOverBothPeriods() {
        mandate(0, 300);
        world.association(committee, company, office, day(400), day(900));
        world.mandate(committee, day(400), day(800));

        UUID merge = merge(other, area);

        assertThat(periods(other)).containsExactly("0 to 800");
        assertThat(periods(area)).containsExactly("400 to 399 MERGED");
        merging.undo(merge, world.municipal());
        assertThat(periods(area)).containsExactly("0 to 300", "400 to 800");
        assertThat(periods(other)).isEmpty();
    }

    @Test
    void theOneThatGoesOnEndsWithTheAssociationThatGoesOn() {
        mandate(0, 300);
        merge(other, area);

        world.association(committee, world.company("云州荷塘物业有限公司"), null, day(20), day(500));

        assertThat(periods(other)).containsExactly("0 to 19 ASSOCIATION_ENDED");
    }

    @Test
    void differentCollectorsStandAgainstIt() {
        mandate(0, 300);
        var others = world.committee(other, "听荷轩二期业主委员会");
        world.association(others, world.company("云州另家物业有限公司"), null, world.today(), end);
        world.mandate(others, day(0), day(300));

        assertThat(merging.plan(List.of(area, other)).blockers())
                .extracting(MergeBlocker::sentence)
                .contains("由不同的单位收取维修资金，不能合并");
        assertThatThrownBy(() -> merge(other, area)).isInstanceOf(Refusal.class);
        assertThat(merging.plan(List.of(area, other)).facts())
                .filteredOn(fact -> fact.label().equals("收取授权"))
                .singleElement()
                .satisfies(fact -> assertThat(fact.of(area))
                        .singleElement()
                        .satisfies(line -> assertThat(line.text())
                                .isEqualTo("云州听荷轩一期物业有限公司 · 听荷轩一期管理处（" + day(0) + " 至 " + day(300) + "）")));
    }

    @Test
    void whatWasDecidedSinceStandsAgainstTakingItApart() {
        mandate(0, 300);
        UUID merge = merge(other, area);
        on(
                1,
                () -> service.revoke(
                        mandates.of(other).get(0).mandate().id(), version(other), day(50), "改由社区代收", ofCommittee));

        on(
                2,
                () -> assertThat(merging.whyNotUndone(merge))
                        .hasValueSatisfying(
                                reason -> assertThat(reason.code()).isEqualTo("billing.mandate.decided-since-merge")));
    }

    private int version(AreaId of) {
        return mandates.of(of).get(0).version();
    }
}
