package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.run.RunService;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.collection.receipt.ReversalService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.domain.UnitService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Whoever collected in an area before reads their own months, and nothing of what came after them. */
@IntegrationTest
@Transactional
class FormerCollectorTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    private CollectedArea area;
    private UnitId flat;
    private String bills;
    private String receipts;

    @BeforeEach
    void anAreaWithABilledMonth() {
        area = CollectedArea.named("前任苑", world, context);
        flat = area.flat("101");
        area.bill(area.first());
        bills = "/bills/areas/" + area.id();
        receipts = "/collection/receipts/areas/" + area.id();
    }

    /** The mandate ended with the first month that was billed. */
    private CurrentUser gone() {
        area.endMandate(area.first().atEndOfMonth());
        return area.clerk();
    }

    private static List<String> cells(Document page, String label) {
        return page.select("td[data-label=" + label + "]").stream()
                .map(Element::text)
                .toList();
    }

    @Test
    void aBillNamesWhoPaidThenAndItsNoticeWhoPaysToday() {
        UnitService units = context.getBean(UnitService.class);
        units.changePayer(
                flat,
                units.get(flat, area.clerk()).unit().version(),
                area.today(),
                AUnit.owner("李红梅"),
                "合同",
                area.clerk());

        for (CurrentUser reader : List.of(area.clerk(), world.clerk())) {
            assertThat(cells(pages.open(bills, reader), "房屋")).containsExactly("1 栋 101王建国");
            assertThat(cells(pages.open(bills + "?text=王建国", reader), "房屋")).hasSize(1);
            assertThat(pages.open(bills + "/notices?text=王建国", reader)
                            .select(".paper-addressee")
                            .text())
                    .isEqualTo("李红梅：");
        }
        CurrentUser gone = gone();
        for (String path : List.of(bills, bills + "/notices", "/bills/units/" + flat + "/notice")) {
            assertThat(pages.open(path, gone).text()).contains("王建国").doesNotContain("李红梅");
        }
    }

    @Test
    void theListOfAreasSaysNothingOfTodaysMoney() {
        ReceiptNumber number = area.receive(area.payment(flat, "12.34"));
        context.getBean(ReversalService.class).propose(number, "登记错户", area.clerk());
        List<String> today = List.of("今日笔数", "今日收款（元）", "待确认冲正");
        for (CurrentUser reader : List.of(area.clerk(), world.clerk())) {
            Document page = pages.open("/collection/receipts?text=前任苑", reader);
            assertThat(today.stream().flatMap(label -> cells(page, label).stream()))
                    .as(reader.role().name())
                    .containsExactly("1", "12.34", "1");
        }

        Document page = pages.open("/collection/receipts?text=前任苑", gone());

        assertThat(page.select("td.card-title")).hasSize(1);
        assertThat(today.stream().flatMap(label -> cells(page, label).stream())).containsOnly("—");
    }

    @Test
    void theListOfBilledAreasSaysNothingOfTheNextTrial() {
        context.getBean(RunService.class).propose(area.id(), area.thisMonth(), null, "接任", area.colleague());
        for (CurrentUser reader : List.of(area.clerk(), world.clerk())) {
            assertThat(cells(pages.open("/bills?text=前任苑", reader), "待确认"))
                    .singleElement()
                    .asString()
                    .contains("22.40");
        }

        assertThat(cells(pages.open("/bills?text=前任苑", gone()), "待确认")).containsExactly("");
    }

    @Test
    void theListOfBilledAreasSaysNothingOfTheMonthsOfTheSuccessor() {
        area.bill(area.thisMonth());
        for (CurrentUser reader : List.of(area.clerk(), world.clerk())) {
            Document page = pages.open("/bills?text=前任苑", reader);
            assertThat(cells(page, "已出账到")).containsExactly(area.thisMonth().toString());
            assertThat(cells(page, "下一个月"))
                    .singleElement()
                    .asString()
                    .contains(area.thisMonth().plusMonths(1).toString());
        }

        Document page = pages.open("/bills?text=前任苑", gone());

        assertThat(cells(page, "已出账到")).containsExactly("—");
        assertThat(cells(page, "下一个月")).containsExactly("—");
    }

    @Test
    void aReceiptPaysTheirMonthsAndTheRestIsLeftOfIt() {
        ReceiptNumber number =
                area.receive(area.payment(flat, "50.00", area.first().atDay(2)));
        area.bill(area.thisMonth());
        String record = "/collection/receipts/" + number;
        assertThat(pages.open(record, area.clerk()).text()).contains("预存", "5.20");
        assertThat(cells(pages.open(receipts, area.clerk()), "金额（元）")).containsExactly("50.00预存 5.20");

        CurrentUser gone = gone();
        String later = area.thisMonth().toString();
        for (String path : List.of(record, record + "/paper")) {
            assertThat(pages.open(path, gone).text()).as(path).contains("27.60").doesNotContain(later + " ", "5.20");
        }
        for (String list : List.of(receipts, receipts + "?prepaid=1")) {
            assertThat(cells(pages.open(list, gone), "金额（元）")).as(list).containsExactly("50.00预存 27.60");
        }
    }

    @Test
    void whoRecordedLaterIsNoChoiceOfTheList() {
        area.receive(area.payment(flat, "5.00"));
        assertThat(pages.open(receipts, area.clerk())
                        .select("select[name=person]")
                        .text())
                .contains("郑负责");

        assertThat(pages.open(receipts, gone()).select("select[name=person]").text())
                .doesNotContain("郑负责");
    }

    @Test
    void aRunIsFoundHoweverManyCameAfterIt() {
        String run = laterRuns();
        assertThat(pages.open(bills + "/runs", area.clerk()).select("tbody tr")).hasSize(100);
        assertThat(pages.open(bills + "/runs/" + run + "/take-back", area.clerk())
                        .select("h1")
                        .text())
                .contains(area.first().toString());
        assertThat(pages.post(bills + "/runs/" + run + "/take-back", area.clerk(), Map.of("reason", "")))
                .hasStatus(400);

        assertThat(pages.open(bills + "/runs", gone()).select("tbody tr"))
                .as("those of their months")
                .hasSize(1);
    }

    /** A hundred months more, as they stand in eight years; the id of the first run. */
    private String laterRuns() {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("INSERT INTO billing_run SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(),"
                        + " 'period', CAST(r.period + n * interval '1 month' AS date)))).*"
                        + " FROM billing_run r, generate_series(1, 100) AS n WHERE r.area_id = :area")
                .param("area", area.id().value())
                .update();
        return jdbc.sql("SELECT id FROM billing_run WHERE area_id = :area AND period = :first")
                .param("area", area.id().value())
                .param("first", area.first().atDay(1))
                .query(String.class)
                .single();
    }
}
