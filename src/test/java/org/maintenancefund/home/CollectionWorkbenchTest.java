package org.maintenancefund.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.run.AdjustmentId;
import org.maintenancefund.billing.run.AdjustmentService;
import org.maintenancefund.billing.run.NewAdjustment;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.billing.start.ACollectedArea;
import org.maintenancefund.billing.start.ACollectedArea.Collected;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** What collecting asks of a company or office stands on its workbench, and behind each number the list of exactly so many. */
@IntegrationTest
@Transactional
class CollectionWorkbenchTest {

    private static final String TO_OPEN = "小区待开通收取";
    private static final String TO_BILL = "小区待出账";
    private static final String TO_CONFIRM = "出账待您确认";
    private static final String ADJUSTMENTS = "账单调整待您确认的小区";
    private static final String REVERSALS = "收款冲正待您确认的小区";

    @Autowired
    ApplicationContext context;

    @Autowired
    ACollectedArea areas;

    @Autowired
    RunService runs;

    @Autowired
    AdjustmentService adjustments;

    @Autowired
    ReversalService reversals;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private Elements todos(String title, CurrentUser user) {
        return pages.open("/workbench", user).select(".todo-list li:has(.todo-title:matchesOwn(^" + title + "$))");
    }

    private void assertWaiting(String title, CurrentUser user, String... areasOfTheList) {
        Element todo = todos(title, user).first();
        assertThat(todo).as(title).isNotNull();
        assertThat(todo.select(".todo-count").text()).isEqualTo(Integer.toString(areasOfTheList.length));
        Document list = pages.open(todo.select("a").attr("href"), user);
        assertThat(list.select(".chip-unreadable")).isEmpty();
        assertThat(list.select("td.card-title").eachText())
                .hasSize(areasOfTheList.length)
                .allSatisfy(name -> assertThat(name).contains(areasOfTheList[0]));
    }

    @Test
    void anAreaThatHasAMandateAndIsNotOpenedIsTold() {
        Collected area = areas.mandated(world, "待开苑");

        assertWaiting(TO_OPEN, area.ofOffice(), "待开苑");
        assertWaiting(TO_OPEN, area.ofCompany(), "待开苑");
        assertThat(todos(TO_BILL, area.ofOffice())).isEmpty();
        assertThat(todos(TO_OPEN, area.ofCommittee())).isEmpty();
        assertThat(todos(TO_OPEN, world.clerk())).isEmpty();
    }

    @Test
    void aMonthThatNobodyBilledWaitsForATrialAndThenForTheSecondPerson() {
        CollectedArea area = CollectedArea.named("待账苑", world, context);
        area.flat("101");
        assertWaiting(TO_BILL, area.clerk(), "待账苑");
        assertThat(todos(TO_OPEN, area.clerk())).isEmpty();

        runs.propose(area.id(), area.first(), null, "首月", area.clerk());

        assertThat(todos(TO_BILL, area.colleague())).isEmpty();
        assertThat(todos(TO_CONFIRM, area.clerk())).as("one's own").isEmpty();
        assertWaiting(TO_CONFIRM, area.colleague(), "待账苑");
    }

    @Test
    void anAdjustmentWaitsForWhoHasNotProposedItAndTheWayToItIsTwoLinks() {
        CollectedArea area = CollectedArea.named("待调苑", world, context);
        UnitId flat = area.flat("101");
        area.flat("102");
        area.bill(area.first());
        area.bill(area.thisMonth());
        AdjustmentId proposed = adjustments.propose(
                new NewAdjustment(flat, area.first(), new Money(-2_40), "面积登记有误", "业主大会决议 12 号"), area.clerk());

        assertThat(todos(ADJUSTMENTS, area.clerk())).as("one's own").isEmpty();
        assertThat(todos(ADJUSTMENTS, world.clerk())).isEmpty();
        assertWaiting(ADJUSTMENTS, area.colleague(), "待调苑");
        assertThat(pages.open("/bills?state=TO_ADJUST", area.clerk()).select("td.card-title"))
                .isEmpty();
        Element way = pages.open("/bills?state=TO_ADJUST", area.colleague())
                .select("td[data-label=待确认] a")
                .first();
        assertThat(way.text()).isEqualTo("调整 1 笔");
        assertThat(pages.open(way.attr("href"), area.colleague())
                        .select("td.card-title a")
                        .eachAttr("href"))
                .as("that bill and no other")
                .containsExactly("/bills/units/" + flat);

        adjustments.confirm(flat, proposed, area.colleague());

        assertThat(todos(ADJUSTMENTS, area.colleague())).isEmpty();
        assertThat(pages.open("/bills", area.colleague()).select("td[data-label=待确认] a"))
                .isEmpty();
    }

    @Test
    void whoseMandateIsOverIsNotToldOfAdjustments() {
        CollectedArea area = CollectedArea.named("旧调苑", world, context);
        UnitId flat = area.flat("101");
        area.bill(area.first());
        adjustments.propose(new NewAdjustment(flat, area.first(), new Money(1_00), "少收", "业主大会决议 13 号"), area.clerk());
        area.endMandate(area.today().minusDays(1));

        assertThat(todos(ADJUSTMENTS, area.colleague())).isEmpty();
        assertThat(pages.open("/bills", area.colleague())
                        .select("td[data-label=待确认]")
                        .text())
                .isEmpty();
    }

    @Test
    void whatIsBilledUpToThisMonthWaitsForNobody() {
        CollectedArea area = CollectedArea.named("出清苑", world, context);
        area.flat("101");
        area.bill(area.first());
        area.bill(area.thisMonth());

        assertThat(todos(TO_BILL, area.clerk())).isEmpty();
        assertThat(pages.open("/bills?state=TO_BILL", area.clerk()).select("td.card-title"))
                .isEmpty();
    }

    @Test
    void aReversalWaitsForWhoHasNotProposedIt() {
        CollectedArea area = CollectedArea.named("冲正苑", world, context);
        ReceiptNumber receipt = area.receive(area.payment(area.flat("101"), "5"));
        reversals.propose(receipt, "登记错户", area.clerk());

        assertThat(todos(REVERSALS, area.clerk())).isEmpty();
        assertWaiting(REVERSALS, area.colleague(), "冲正苑");
        assertThat(todos(REVERSALS, area.colleague()).text()).contains("共 1 笔");
        area.endMandate(area.today().minusDays(1));
        assertThat(pages.open("/collection/receipts?confirm=1", area.colleague())
                        .select("td.card-title"))
                .as("only as long as one collects there")
                .isEmpty();
    }
}
