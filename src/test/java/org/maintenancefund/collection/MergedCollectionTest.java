package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaMerging;
import org.maintenancefund.area.domain.AreaMerging.MergeOrder;
import org.maintenancefund.billing.run.BillingMonths;
import org.maintenancefund.billing.run.MissedMonths;
import org.maintenancefund.billing.start.ACollectedArea;
import org.maintenancefund.billing.start.ACollectedArea.Collected;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.remittance.DeclarationNumber;
import org.maintenancefund.collection.remittance.Remitting;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.dissolution.ADissolution;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.test.CityDecisions;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Areas that were collected apart and become one: who owes from when, and what their former collectors see. */
@IntegrationTest
class MergedCollectionTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    AreaMerging merging;

    @Autowired
    ADissolution dissolutions;

    @Autowired
    ACollectedArea areas;

    @Autowired
    BillingMonths months;

    @Autowired
    MissedMonths missed;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CityDecisions decisions;

    @Autowired
    TravellingClock clock;

    private CollectedArea early;
    private UnitId flat;

    /** Opened and billed from the month before this one on, a flat of 22.40. */
    @BeforeEach
    void anAreaWithABilledMonth() {
        early = CollectedArea.named("先收苑", world, context);
        flat = early.flat("101");
        early.bill(early.first());
    }

    @AfterEach
    void nothingIsDecided() {
        decisions.forget();
    }

    /** Its committee has ended the day before. */
    private UUID merge(AreaId kept, AreaId gone, CommitteeView committee) {
        dissolutions.approved(committee, world.clerk());
        return clock.at(
                clock.instant().plus(Duration.ofDays(1)),
                () -> merging.merge(new MergeOrder(kept, List.of(gone), "合收苑", "同一小区"), world.municipal()));
    }

    private List<YearMonth> missed(AreaId area) {
        return missed.of(area, months.find(area).orElseThrow()).stream()
                .map(MissedMonths.Missed::period)
                .toList();
    }

    /** How many units are not billed for that month because their own area was opened later. */
    private long before(AreaId area, YearMonth month) {
        return jdbc.sql("SELECT count(*) FROM billing_candidate(:area, :month, 1, 0) WHERE outcome = 'BEFORE_OPENING'")
                .param("area", area.value())
                .param("month", month.atDay(1))
                .query(Long.class)
                .single();
    }

    @Test
    void unitsOweFromTheMonthInWhichTheirOwnAreaWasOpened() {
        Collected late = areas.opened(world, "后收苑", early.thisMonth());

        merge(early.id(), late.id(), late.committee());

        assertThat(missed(early.id())).isEmpty();
        assertThat(before(early.id(), early.first())).isEqualTo(2);
        assertThat(before(early.id(), early.thisMonth())).isZero();
        early.flat("102");
        assertThat(missed(early.id())).as("a unit of the kept area").containsExactly(early.first());
        early.bill(early.thisMonth());
        assertThat(early.open(flat)).hasSize(2);
    }

    @Test
    void soDoThoseOfTheKeptAreaWhereTheOtherOneWasOpenedEarlier() {
        Collected late = areas.opened(world, "后收苑", early.thisMonth());

        merge(late.id(), early.id(), early.managed().committee());

        assertThat(months.find(late.id()).orElseThrow().first()).isEqualTo(early.first());
        assertThat(missed(late.id())).isEmpty();
        assertThat(before(late.id(), early.first())).isEqualTo(2);
    }

    @Test
    void unitsOfAnAreaThatNobodyOpenedOweFromTheMerge() {
        Collected closed = areas.mandated(world, "未收苑");
        areas.unit(closed, "101");

        merge(early.id(), closed.id(), closed.committee());

        assertThat(missed(early.id())).isEmpty();
        assertThat(before(early.id(), early.first())).isEqualTo(1);
        assertThat(before(early.id(), YearMonth.from(world.today().plusDays(1))))
                .isZero();
    }

    @Test
    void afterAnUndoneMergeEachAreaHasItsOwnFirstMonth() {
        Collected late = areas.opened(world, "后收苑", early.thisMonth());
        UUID merge = merge(late.id(), early.id(), early.managed().committee());

        merging.undo(merge, world.municipal());

        assertThat(months.find(late.id()).orElseThrow().first()).isEqualTo(early.thisMonth());
        assertThat(before(early.id(), early.first())).isZero();
        assertThat(before(late.id(), early.thisMonth())).isZero();
    }

    @Test
    void aFormerCollectorSeesNothingOfWhatJoinedItsAreaLater() {
        CollectedArea other = CollectedArea.named("并入苑", world, context);
        UnitId joined = other.flat("201");
        other.bill(other.first());
        other.receive(other.payment(joined, "5.00", other.first().atDay(2)));
        early.receive(early.payment(flat, "7.00", early.first().atDay(2)));
        other.endMandate(other.first().atEndOfMonth());
        early.endMandate(early.first().atEndOfMonth());
        merge(early.id(), other.id(), other.managed().committee());

        CurrentUser gone = early.clerk();
        String bills = "/bills/areas/" + early.id();
        assertThat(pages.open(bills, world.clerk()).text()).contains("201", "44.80");
        assertThat(pages.open(bills, gone).text()).contains("101", "22.40").doesNotContain("201", "44.80");
        assertThat(pages.open("/bills/units/" + joined, gone).text()).doesNotContain("22.40");
        String receipts = "/collection/receipts/areas/" + early.id();
        assertThat(pages.open(receipts, world.clerk()).text()).contains("7.00", "5.00");
        assertThat(pages.open(receipts, gone).text()).contains("7.00").doesNotContain("5.00");
    }

    @Test
    void whoseMandateWentAlongSeesWhatItCollectedBefore() {
        AreaId kept = world.area("合收苑东区");
        merging.merge(new MergeOrder(kept, List.of(early.id()), "合收苑", "同一小区"), world.municipal());

        early.endMandate(early.first().atEndOfMonth());

        assertThat(pages.open("/bills/areas/" + kept, early.clerk()).text()).contains("101", "22.40");
    }

    @Test
    void whatWasDeclaredGoesAlongAndComesBack() {
        Remitting other = Remitting.named("并入苑", world, context);
        context.getBean(AFundAccount.class).keeps(other.account(), early.id());
        other.area().receive(other.area().payment(other.area().flat("201"), "5.00"));
        DeclarationNumber declared = other.confirmed();

        UUID merge = merge(early.id(), other.id(), other.area().managed().committee());
        assertThat(areaOf(declared)).isEqualTo(early.id());
        merging.undo(merge, world.municipal());

        assertThat(areaOf(declared)).isEqualTo(other.id());
        assertThat(early.violations()).isEmpty();
    }

    private AreaId areaOf(DeclarationNumber number) {
        return new AreaId(jdbc.sql("SELECT area_id FROM declaration WHERE number = :number")
                .param("number", number.value())
                .query(UUID.class)
                .single());
    }
}
