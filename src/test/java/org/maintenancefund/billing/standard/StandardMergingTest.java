package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.domain.SettingService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What becomes of standards when areas become one. */
@IntegrationTest
@Transactional
class StandardMergingTest {

    @Autowired
    World world;

    @Autowired
    AreaMerging merging;

    @Autowired
    ChargeStandards standards;

    @Autowired
    AChargeStandard aStandard;

    @Autowired
    SettingService settings;

    private AreaId kept;
    private AreaId merged;
    private YearMonth next;

    @BeforeEach
    void anAreaWithAStandardOfItsOwnAndOneWithout() {
        next = YearMonth.from(world.today()).plusMonths(1);
        aStandard.noneOfTheCity();
        kept = world.area("拼合苑南区");
        merged = world.area("拼合苑北区");
        settings.save(Setting.HIGHEST_AREA_RATE, "150", 0, world.administrator());
        aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.25", next.minusMonths(1));
        aStandard.ofArea(
                world.committee(merged, "拼合苑北区业主委员会"),
                UnitUse.RESIDENTIAL,
                LiftChoice.WITH,
                "0.30",
                next,
                world.clerk());
    }

    private String rate(AreaId area) {
        return standards
                .at(area, UnitUse.RESIDENTIAL, true, next)
                .orElseThrow()
                .rate()
                .toString();
    }

    @Test
    void whoMergesSeesThatTheStandardsDiffer() {
        assertThat(merging.facts(List.of(kept, merged)))
                .filteredOn(fact -> fact.label().equals("收取标准"))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.of(kept)).isEmpty();
                    assertThat(fact.of(merged))
                            .extracting(AreaFact.Line::text)
                            .containsExactly("住宅，有电梯：0.30 元/㎡·月，从 " + next + " 起");
                });
    }

    @Test
    void whatTheOwnersOfOnePartDecidedDoesNotBindTheOthersAndComesBackWithTheirArea() {
        UUID merge = merging.merge(new MergeOrder(kept, List.of(merged), "拼合苑", "同一小区"), world.municipal());

        assertThat(rate(kept)).isEqualTo("0.25");

        merging.undo(merge, world.municipal());

        assertThat(rate(kept)).isEqualTo("0.25");
        assertThat(rate(merged)).isEqualTo("0.30");
    }
}
