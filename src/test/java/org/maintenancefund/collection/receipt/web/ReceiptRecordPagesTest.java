package org.maintenancefund.collection.receipt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** A receipt afterwards: 冲正, the number of the state's paper, the list and the day. */
@IntegrationTest
@Transactional
class ReceiptRecordPagesTest extends PagesOfReceipts {

    @Test
    void aReversalIsProposedByOneAndConfirmedByAnother() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        ReceiptNumber number = paid(flat);

        assertThat(errors(pages.post(path(number, "/reversal"), area.clerk(), Map.of("reason", ""))))
                .containsExactly("请填写冲正原因");
        assertThat(pages.open(path(number, "/reversal"), area.clerk()).text()).contains("提出后没有人可以确认");
        assertThat(pages.post(path(number, "/reversal"), area.clerk(), Map.of("reason", "登记错户")))
                .hasStatus(303)
                .hasRedirectedUrl(path(number));
        Document own = pages.open(path(number), area.clerk());
        assertThat(own.text()).contains("待确认冲正", "登记错户", "须由贵单位的另一位操作员确认");
        assertThat(own.select("form[action$=/confirm]")).isEmpty();

        assertThat(pages.open("/collection/receipts", area.colleague())
                        .select("td[data-label=待确认冲正]")
                        .text())
                .isEqualTo("1");
        Document others = pages.open(path(number), area.colleague());
        Map<String, String> decision = Map.of(
                "proposal",
                others.select("form[action$=/confirm] input[name=proposal]").val());
        assertThat(pages.post(path(number, "/reversal/confirm"), area.clerk(), decision))
                .as("by the same person")
                .hasStatus(409);
        assertThat(pages.post(path(number, "/reversal/confirm"), area.colleague(), decision))
                .hasStatus(303);

        Document after = pages.open(path(number), area.clerk());
        assertThat(after.select(".identity-bar .tag").text()).isEqualTo("已冲正");
        assertThat(after.select("a[href$=/paper], a[href$=/reversal]")).isEmpty();
        assertThat(pages.get(path(number, "/paper"), area.clerk())).hasStatus(409);
        assertThat(pages.post(path(number, "/reversal/confirm"), area.colleague(), decision))
                .as("pressed twice")
                .hasStatus(409);
        assertThat(area.figures()).containsExactly("22.40", "0.00", "0.00", "22.40", "0.00");
    }

    @Test
    void whatIsNotAgreedToStaysAsItIs() {
        ReceiptNumber number = paid(area.flat("101"), "amount", "5");
        pages.post(path(number, "/reversal"), area.clerk(), Map.of("reason", "登记错户"));
        String proposal = pages.open(path(number), area.colleague())
                .select("input[name=proposal]")
                .val();

        assertThat(pages.post(path(number, "/reversal/reject"), area.colleague(), Map.of("proposal", proposal)))
                .hasStatus(303);
        Document page = pages.open(path(number), area.clerk());
        assertThat(page.select(".identity-bar .tag").text()).isEqualTo("有效");
        assertThat(page.select("#history").text()).contains("不同意冲正", "提出冲正");
    }

    @Test
    void theNumberOfTheStatesPaperIsRecordedAfterwards() {
        ReceiptNumber number = paid(area.flat("101"), "amount", "5");

        assertThat(pages.post(
                        path(number, "/fiscal"), area.colleague(), Map.of("fiscalNumber", "3301 118", "version", "0")))
                .hasStatus(303);
        assertThat(pages.open(path(number, "/paper"), area.clerk()).text()).contains("财政票据号：3301118。");
        assertThat(pages.post(path(number, "/fiscal"), area.clerk(), Map.of("fiscalNumber", "2", "version", "0")))
                .as("as somebody saw it before")
                .hasStatus(409);
        assertThat(errors(pages.post(
                        path(number, "/fiscal"), area.clerk(), Map.of("fiscalNumber", "9".repeat(41), "version", "1"))))
                .hasSize(1);
    }

    @Test
    void theListIsNarrowedDownAndExported() {
        UnitId flat = area.flat("101");
        UnitId other = area.unit(AUnit.at("2 栋", "201").paidBy(AUnit.owner("赵一鸣")));
        ReceiptNumber first = paid(flat, "amount", "5", "externalNumber", "WX9");
        ReceiptNumber second = paid(
                other,
                "amount",
                "7",
                "way",
                "CARD",
                "day",
                area.first().atDay(2).toString());
        area.reverse(first);

        Document all = pages.open(list, area.clerk());
        assertThat(all.select("td[data-label=状态]").eachText()).containsExactly("冲正", "已冲正", "有效");
        assertThat(all.select("td[data-label^=金额]").eachText()).containsExactly("-5.00", "5.00", "7.00预存 7.00");
        for (String query : List.of(
                "?state=VALID",
                "?way=CARD",
                "?building=2栋",
                "?text=2-201",
                "?text=赵一鸣",
                "?text=" + second,
                "?text=00002",
                "?to=" + area.first().atEndOfMonth(),
                "?prepaid=1")) {
            assertThat(pages.open(list + query, world.clerk())
                            .select("td.card-title")
                            .eachText())
                    .as(query)
                    .containsExactly(second.toString());
        }
        assertThat(pages.open(list + "?text=WX9", area.clerk()).select("td.card-title"))
                .hasSize(1);
        assertThat(pages.open(list + "?person=郑负责", area.clerk()).select("td.card-title"))
                .hasSize(3);
        assertThat(pages.open(list + "?way=NONE", area.clerk()).select("td.card-title"))
                .isEmpty();

        MvcTestResult export = pages.get(list + "/export?way=CARD", area.clerk());
        assertThat(Sheets.rows(export)).hasSize(2);
        assertThat(Sheets.rows(export).get(1))
                .contains(second.toString(), "2 栋 201", "7.00", "刷卡", "业主", "赵一鸣", "有效", "郑负责");
    }

    @Test
    void theDayIsSummedUpByWayAndByPerson() {
        UnitId flat = area.flat("101");
        paid(flat, "amount", "5");
        paid(flat, "amount", "7", "way", "SCAN");
        area.reverse(paid(flat, "amount", "11", "way", "SCAN"));
        area.receive(area.payment(flat, "13"), area.managed().ofCompany());

        Document page = pages.open(list + "/summary", area.clerk());

        assertThat(page.select(".inset").text()).isEqualTo("收款 4 笔 36.00 元，冲正 1 笔 -11.00 元，合计 25.00 元");
        assertThat(page.select("table").first().select("tbody tr").eachText())
                .containsExactly("现金 2 18.00 0 0.00 18.00", "扫码 2 18.00 1 -11.00 7.00");
        assertThat(page.select("table").get(1).select("tbody tr").eachText())
                .containsExactly("周敏 1 13.00 0 0.00 13.00", "郑负责 3 23.00 1 -11.00 12.00");
        assertThat(pages.open(list + "/summary?day=" + area.today().minusDays(1), area.clerk())
                        .text())
                .contains("这一天没有收款");
        assertThat(pages.open(list + "/summary?day=gestern", area.clerk()).select(".chip-unreadable"))
                .hasSize(1);
    }
}
