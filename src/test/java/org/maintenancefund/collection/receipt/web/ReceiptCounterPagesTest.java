package org.maintenancefund.collection.receipt.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.maintenancefund.unit.UnitUse;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 收款登记 at the counter: from the house number to the receipt. */
@IntegrationTest
@Transactional
class ReceiptCounterPagesTest extends PagesOfReceipts {

    @Test
    void theWorkedMonthComesOutToTheFen() {
        UnitId first = area.flat("101");
        UnitId second = area.unit(AUnit.at("1 栋", "102").of("47.90"));
        UnitId third = area.unit(AUnit.at("1 栋", "201").of("130.66"));
        UnitId fourth = area.unit(AUnit.at("1 栋", "202").of("96.37"));
        UnitId shop = area.unit(AUnit.at("1 栋", "商-01").of("350.00").usedFor(UnitUse.COMMERCIAL));
        UnitId unsold = area.unit(AUnit.at("1 栋", "301").unsold().paidBy(AUnit.developer("云州建设公司")));
        UnitId late = area.unit(
                AUnit.at("1 栋", "302").of("101.30").deliveredOn(area.first().atDay(10)));
        area.bill(area.first());
        assertThat(area.figures()).containsExactly("201.04", "0.00", "0.00", "201.04", "0.00");

        paid(first);
        paid(second);
        paid(third, "amount", "50.00");
        paid(fourth, "amount", "20.00");
        paid(unsold);

        assertThat(area.figures()).containsExactly("201.04", "126.78", "109.45", "91.59", "17.33");
        assertThat(area.open(fourth)).containsExactly(area.first() + " 4.09");
        assertThat(area.open(shop)).containsExactly(area.first() + " 87.50");
        assertThat(area.open(late)).isEmpty();
        assertThat(area.prepaid(third)).hasToString("17.33");
        assertThat(area.violations()).isEmpty();

        area.bill(area.thisMonth());
        assertThat(area.open(third)).containsExactly(area.thisMonth() + " 15.34");
        assertThat(area.prepaid(third)).hasToString("0.00");
        assertThat(area.violations()).isEmpty();
        Document day = pages.open(list + "/summary", area.clerk());
        assertThat(day.select(".inset p").text()).isEqualTo("收款 5 笔 126.78 元，冲正 0 笔 0.00 元，合计 126.78 元");
    }

    @Test
    void byTheKeyboardAloneFromTheHouseNumberToTheReceiptAndOn() {
        UnitId flat = area.flat("101");
        area.bill(area.first());

        Document start = pages.open(counter, area.clerk());
        assertThat(start.select("input#unit").hasAttr("autofocus")).isTrue();
        MvcTestResult found = pages.get(counter + "?unit=1-101&way=SCAN", area.clerk());
        assertThat(found).hasStatus(303).hasRedirectedUrl(at(flat) + "?way=SCAN");

        Document form = pages.open(Pages.redirected(found), area.clerk());
        assertThat(form.select("h1").text()).isEqualTo("登记收款：1 栋 101");
        assertThat(form.select("#amount").hasAttr("autofocus")).isTrue();
        assertThat(form.select("#amount").val()).isEqualTo("22.40");
        assertThat(form.select("#way option[selected]").text()).isEqualTo("扫码");
        assertThat(form.select("#day").val()).isEqualTo(area.today().toString());
        assertThat(form.select("#payer").val()).isEqualTo("王建国");
        assertThat(form.select("main form button[type=submit]").first().text()).isEqualTo("登记并打印收据");
        assertThat(form.select("main form").text()).contains(area.first() + "　22.40 元", "89.58 ㎡ × 0.25 元/㎡·月");
        assertThat(form.select(".inset").text()).contains("这里只登记维修资金。物业费另外收");

        MvcTestResult sent = pages.post(at(flat), area.clerk(), form(flat, "way", "SCAN"));
        assertThat(sent).hasStatus(303);
        assertThat(Pages.redirected(sent)).endsWith("/paper");
        assertThat(sent).flash().containsEntry("justReceived", true);
        Document paper = pages.open(Pages.redirected(sent), area.clerk());
        assertThat(paper.select(".sheet").text())
                .contains(
                        "住宅专项维修资金收款收据",
                        "缴清苑　1 栋 101",
                        "王建国（业主）",
                        "人民币 贰拾贰元肆角整",
                        "¥22.40",
                        "扫码",
                        area.first() + " 89.58 ㎡ × 0.25 元/㎡·月 22.40",
                        "本收据不是财政票据",
                        "收款单位（盖章）：缴清苑管理处",
                        "收款人：郑负责");
    }

    @Test
    void theNumberOrItsEndFindsTheUnitAndADoorAloneAsksWhichOne() {
        UnitId flat = area.flat("101");
        area.unit(AUnit.at("2 栋", "101"));

        assertThat(pages.get(counter + "?unit=00001", area.clerk())).hasRedirectedUrl(at(flat) + "?way=CASH");
        assertThat(pages.get(counter + "?unit=１栋 101", area.clerk())).hasRedirectedUrl(at(flat) + "?way=CASH");
        Document which = pages.open(counter + "?unit=101", area.clerk());
        assertThat(which.select("td.card-title").eachText()).containsExactly("1 栋 101", "2 栋 101");
        assertThat(which.select("td.card-title a").first().attr("href")).isEqualTo(at(flat) + "?way=CASH");
        assertThat(pages.open(counter + "?unit=王建国", area.clerk()).select("td.card-title"))
                .hasSize(2);
    }

    @Test
    void whatIsNotFoundIsSaidAlsoWhereItIsElsewhere() {
        CollectedArea other = CollectedArea.named("别缴苑", world, context);
        UnitId strange = other.flat("101");
        String number = pages.open("/collection/receipts/areas/" + other.id() + "/counter/" + strange, other.clerk())
                .select(".inset strong")
                .first()
                .text();

        assertThat(pages.open(counter + "?unit=9-909", area.clerk())
                        .select(".notice")
                        .text())
                .contains("本小区没有查到“9-909”");
        assertThat(pages.open(counter + "?unit=" + number, area.clerk())
                        .select(".notice")
                        .text())
                .contains("户号 " + number + " 不在缴清苑，请到它所在的小区登记");
        assertThat(pages.post(at(strange), area.clerk(), with(form(area.flat("101")), "amount", "5")))
                .hasStatus(404);
    }

    @Test
    void everyFieldOfTheFormArrives() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        area.bill(area.thisMonth());

        ReceiptNumber number = paid(
                flat,
                "amount",
                "１０.50",
                "way",
                "TRANSFER",
                "day",
                area.first().atDay(20).toString(),
                "months",
                area.thisMonth().toString(),
                "from",
                "TENANT",
                "payer",
                "李红梅",
                "externalNumber",
                "wx 2026-0001",
                "note",
                "代房东缴");

        Document page = pages.open(path(number), area.clerk());
        assertThat(page.select("h1").text()).isEqualTo("收款 " + number);
        assertThat(page.select("dl.summary-list dd").eachText())
                .contains("10.50", "转账", "李红梅（租户）", "缴清苑管理处", "WX2026-0001", "代房东缴")
                .contains(area.first().atDay(20) + " 计入 " + area.first());
        assertThat(page.select("table").first().select("td").eachText())
                .containsExactly(area.thisMonth().toString(), "89.58 ㎡ × 0.25 元/㎡·月", "10.50");
        assertThat(page.select("#history").text()).contains("登记收款", "郑负责", "缴纳月份：" + area.thisMonth() + " 10.50");
        assertThat(page.select("form[action=/papers/receipts/" + number + "] button")
                        .text())
                .isEqualTo("缴款证明");
    }

    @Test
    void whatIsPaidTooMuchIsLeftAndShownAtTheNextPayment() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        ReceiptNumber number = paid(flat, "amount", "50");

        assertThat(pages.open(path(number, "/paper"), area.clerk())
                        .select(".sheet")
                        .text())
                .contains("预存 以后出账时自动抵缴 27.60");
        Document again = pages.open(at(flat), area.clerk());
        assertThat(again.select(".inset").text()).contains("待缴 0.00 元", "预存 27.60 元");
        assertThat(again.select("#amount").val()).isEmpty();
        assertThat(again.text()).contains("没有待缴的月份，收到的金额全部作为预存");
        assertThat(pages.open(list + "?prepaid=1", area.clerk())
                        .select("td[data-label^=金额]")
                        .text())
                .isEqualTo("50.00预存 27.60");
    }
}
