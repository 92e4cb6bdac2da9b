package org.maintenancefund.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** A unit's page has its bills, payments and code for those who may see them, and these lead back to the unit. */
@IntegrationTest
@Transactional
class UnitPartsTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private CollectedArea area;
    private UnitId flat;
    private String receipt;

    @BeforeEach
    void aUnitThatPaidTooMuch() {
        area = CollectedArea.named("一户苑", world, context);
        flat = area.flat("101");
        area.bill(area.first());
        receipt = area.receive(area.payment(flat, "30.00")).value();
    }

    private Document page(CurrentUser reader) {
        return pages.open("/units/" + flat, reader);
    }

    @Test
    void whoCollectsSeesBillsPaymentsAndSinceWhenThereIsACode() {
        Document page = page(area.clerk());

        assertThat(page.select("h2").eachText()).contains("各月账单（1）", "收款（1）", "查询码（0）");
        assertThat(page.select("main td").eachText()).contains("22.4089.58 ㎡ × 0.25 元/㎡·月", receipt);
        assertThat(page.select("main a").eachText()).contains("全部账单，未收合计 0.00 元", "全部收款，预存 7.60 元", "发放新查询码");
        for (String link : page.select("main p.no-print a").eachAttr("href")) {
            assertThat(pages.get(link, area.clerk())).as(link).hasStatusOk();
        }
        assertThat(pages.open(page.select("a:contains(全部收款)").attr("href"), area.clerk())
                        .select("td.card-title"))
                .hasSize(1);
    }

    @Test
    void staffSeeBillsAndPaymentsAndGiveOutNoCode() {
        Document page = page(world.clerk());

        assertThat(page.select("h2").eachText()).contains("各月账单（1）", "收款（1）").doesNotContain("查询码（0）");
    }

    @Test
    void aCommitteeSeesTheUnitAndNotWhatANeighbourPaid() {
        Document page = page(world.personOf(area.managed().committee()));

        assertThat(page.select("h1").text()).isEqualTo("1 栋 101");
        assertThat(page.text()).doesNotContain("各月账单", receipt, "查询码");
    }

    @Test
    void billsAndPaymentsLeadBackToTheUnit() {
        assertThat(pages.open("/bills/units/" + flat, area.clerk()).select("a[href=/units/" + flat + "]"))
                .hasSize(1);
        assertThat(pages.open("/collection/receipts/" + receipt, area.clerk()).select("a[href=/units/" + flat + "]"))
                .hasSize(1);
        assertThat(pages.open("/collection/receipts/areas/" + area.id(), area.clerk())
                        .select("td a[href=/bills/units/" + flat + "]"))
                .hasSize(1);
    }

    @Test
    void whoManagesTheAreaNoLongerIsLedToNoPageThatIsClosed() {
        CurrentUser gone = area.clerk();
        context.getBean(JdbcClient.class)
                .sql("UPDATE association SET effective_to = :day, contract_ends_on = :day WHERE area_id = :area")
                .param("day", area.today().minusDays(1))
                .param("area", area.id().value())
                .update();
        area.endMandate(area.today().minusDays(1));

        assertThat(pages.get("/units/" + flat, gone)).hasStatus(404);
        assertThat(pages.open("/bills/units/" + flat, gone).select("a[href=/units/" + flat + "]"))
                .isEmpty();
    }
}
