package org.maintenancefund.collection.own;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** 本小区账 as a committee sees it: sums by month and building, nobody's name. */
@IntegrationTest
@Transactional
class OwnAccountPageTest {

    private static final String PATH = "/collection/own";

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Test
    void aCommitteeSeesItsOwnAreaByMonthAndByBuildingWithoutNames() {
        CollectedArea area = CollectedArea.named("自治苑", world, context);
        UnitId flat = area.flat("101");
        area.unit(AUnit.at("2 栋", "101").of("47.90"));
        area.bill(area.first());
        area.bill(area.thisMonth());
        area.receive(area.payment(flat, "30"));
        UnitId ahead = area.unit(AUnit.at("2 栋", "102").unsold().paidBy(AUnit.developer("云州建设公司")));
        area.receive(area.payment(ahead, "100"));
        CurrentUser committee = world.personOf(area.managed().committee());

        Document page = pages.open(PATH, committee);

        assertThat(page.select("h1").text()).isEqualTo("本小区账：自治苑");
        assertThat(page.select(".inset").text()).contains("预存 100.00 元");
        assertThat(page.select("table").first().select("tbody tr").eachText())
                .containsExactly(area.thisMonth() + " 2 34.38 7.60 26.78", area.first() + " 2 34.38 22.40 11.98");
        assertThat(page.select("table").get(1).select("tbody tr").eachText())
                .containsExactly("1 栋 2 44.80 30.00 14.80", "2 栋 2 23.96 0.00 23.96");
        assertThat(page.select("main").text()).doesNotContain("王建国", "101", "云州建设公司");

        Document month = pages.open(PATH + "?month=" + area.first(), committee);
        assertThat(month.select("h2").eachText()).contains("按楼栋，" + area.first());
        assertThat(month.select("table").get(1).select("tbody tr").eachText())
                .containsExactly("1 栋 1 22.40 22.40 0.00", "2 栋 1 11.98 0.00 11.98");
        assertThat(pages.open(PATH + "?month=2001-01", committee).select(".chip-unreadable"))
                .hasSize(1);
    }

    @Test
    void anotherCommitteeSeesItsOwnAndNobodyElseThePage() {
        CollectedArea area = CollectedArea.named("自治苑", world, context);
        area.flat("101");
        area.bill(area.first());
        CollectedArea other = CollectedArea.named("邻治苑", world, context);

        Document page = pages.open(PATH, world.personOf(other.managed().committee()));

        assertThat(page.select("h1").text()).isEqualTo("本小区账：邻治苑");
        assertThat(page.text()).contains("还没有账单").doesNotContain("自治苑");
        for (CurrentUser reader : List.of(area.clerk(), area.managed().ofCompany(), world.clerk(), world.municipal())) {
            assertThat(pages.get(PATH, reader)).as(reader.role().name()).hasStatus(403);
        }
    }
}
