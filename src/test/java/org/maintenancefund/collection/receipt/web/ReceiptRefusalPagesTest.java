package org.maintenancefund.collection.receipt.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.collection.receipt.ReceiptNumber;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitId;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What is refused and what is asked about a payment. */
@IntegrationTest
@Transactional
class ReceiptRefusalPagesTest extends PagesOfReceipts {

    private static List<String> doubts(MvcTestResult asked) {
        assertThat(errors(asked)).containsExactly("请核对上面的提示，无误时勾选“已核对，无误”再保存");
        return Pages.parse(asked).select("main form .panel li").eachText();
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
        "amount, '', 请填写金额",
        "amount, 0, ",
        "amount, -5, ",
        "amount, 22.405, ",
        "amount, 二十二, ",
        "way, '', 请选择方式",
        "way, CHEQUE, 请选择方式",
        "day, '', 请填写收款日期",
        "day, 2026-02-30, ",
        "from, '', 请选择缴款人身份",
        "payer, '', 请填写缴款人",
        "months, 去年, 月份应为列出的月份，请刷新后重新选择",
        "months, 2020-01, 2020-01 没有待缴的金额，请刷新后重新选择",
    })
    void whatCantBeIsRefusedInASentenceAndTypedStaysThere(String field, String typed, String sentence) {
        UnitId flat = area.flat("101");
        area.bill(area.first());

        MvcTestResult refused = pages.post(at(flat), area.clerk(), form(flat, "note", "手写", field, typed));

        assertThat(errors(refused))
                .hasSize(1)
                .allSatisfy(error -> assertThat(error).contains(sentence == null ? "" : sentence));
        Document page = Pages.parse(refused);
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#" + field);
        assertThat(page.select("#note").val()).isEqualTo("手写");
        assertThat(page.select("#amount").hasAttr("autofocus"))
                .as("the summary has the focus")
                .isFalse();
        assertThat(pages.open(list, area.clerk()).select("td.card-title")).isEmpty();
    }

    @Test
    void aDayToComeOrBeforeTheMandateIsRefusedAtItsField() {
        UnitId flat = area.flat("101");
        LocalDate tomorrow = area.today().plusDays(1);
        LocalDate before = area.today().minusYears(2);

        assertThat(errors(pages.post(at(flat), area.clerk(), form(flat, "amount", "5", "day", tomorrow.toString()))))
                .containsExactly("收款日期 " + tomorrow + " 还没有到");
        assertThat(errors(pages.post(at(flat), area.clerk(), form(flat, "amount", "5", "day", before.toString()))))
                .singleElement()
                .asString()
                .contains("收款日期 " + before + " 不在贵单位的收取授权期内");
    }

    @Test
    void theSameExternalNumberIsRefusedAndNamesItsReceipt() {
        UnitId flat = area.flat("101");
        ReceiptNumber first = paid(flat, "amount", "5", "externalNumber", "WX1");

        assertThat(errors(pages.post(
                        at(area.flat("102")), area.clerk(), form(flat, "amount", "7", "externalNumber", "ｗx 1"))))
                .containsExactly("外部流水号 WX1 已登记过（" + first + "），同一笔款项只登记一次");
    }

    @Test
    void aFormWithoutAnythingIsRefusedAndFailsNowhere() {
        UnitId flat = area.flat("101");
        ReceiptNumber number = paid(flat, "amount", "5");

        assertThat(pages.post(at(flat), area.clerk(), Map.of())).hasStatus(400);
        assertThat(pages.post(path(number, "/reversal"), area.clerk(), Map.of()))
                .hasStatus(400);
        assertThat(pages.post(path(number, "/reversal/confirm"), area.colleague(), Map.of()))
                .hasStatus(409);
        assertThat(pages.post(path(number, "/fiscal"), area.colleague(), Map.of()))
                .hasStatus(409);
        assertThat(pages.get("/collection/receipts/nonsense", area.clerk())).hasStatus(404);
        assertThat(pages.get("/collection/receipts/SK20200101-0001", area.clerk()))
                .hasStatus(404);
        assertThat(pages.get(counter + "/" + UnitId.next(), area.clerk())).hasStatus(404);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "224.00, 王建国, 金额 224.00 元正好是 22.40 元的 10 倍，请核对小数点",
        "2240.00, 王建国, '金额 2,240.00 元正好是 22.40 元的 100 倍，请核对小数点'",
        "2.24, 王建国, 金额 2.24 元正好是 22.40 元的 10 分之一，请核对小数点",
        "179.16, 王建国, 金额 179.16 元正好是建筑面积 89.58 ㎡ × 2.00 元，像是物业费。物业费和维修资金要分开收，请核对",
        "999.99, 王建国, 金额 999.99 元，比待缴的 22.40 元多出 24 个月以上（每月 22.40 元）。请核对金额，也请确认不是物业费",
        "22.40, 赵一鸣, 赵一鸣是 1 栋 102 的缴款义务人，不是 1 栋 101 的。请核对是不是邻居的款项",
    })
    void whatIsUnlikelyIsAskedAndRecordedOnceItIsTicked(String amount, String payer, String doubt) {
        UnitId flat = area.flat("101");
        area.unit(AUnit.at("1 栋", "102").paidBy(AUnit.owner("赵一鸣")));
        area.bill(area.first());
        Map<String, String> form = form(flat, "amount", amount, "payer", payer);

        MvcTestResult asked = pages.post(at(flat), area.clerk(), form);

        assertThat(doubts(asked)).containsExactly(doubt);
        String about = Pages.parse(asked).select("input[name=asked.about]").val();
        Map<String, String> ticked = with(form, "asked.about", about, "asked.checked", "true");
        assertThat(pages.post(at(flat), area.clerk(), with(form, "asked.checked", "true")))
                .as("a tick without what it is about")
                .hasStatus(400);
        assertThat(pages.post(at(flat), area.clerk(), ticked)).hasStatus(303);
    }

    @Test
    void theSamePaymentAgainIsAskedAndNamesTheOther() {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        area.bill(area.thisMonth());
        ReceiptNumber first = paid(flat, "amount", "22.40");

        MvcTestResult asked = pages.post(at(flat), area.clerk(), form(flat, "amount", "22.40"));

        assertThat(doubts(asked))
                .containsExactly("1 栋 101 在 " + area.today() + " 已登记过一笔 22.40 元（" + first + "），请核对是不是同一笔");
    }

    @ParameterizedTest
    @CsvSource({"22.40", "44.80", "20", "50", "100", "224.01", "67.20"})
    void whatPeopleUsuallyPayIsNotAsked(String amount) {
        UnitId flat = area.flat("101");
        area.bill(area.first());
        area.bill(area.thisMonth());

        assertThat(pages.post(at(flat), area.clerk(), form(flat, "amount", amount)))
                .hasStatus(303);
    }

    @Test
    void whoPaysForTwoFlatsIsNotTakenForANeighbour() {
        UnitId flat = area.flat("101");
        area.flat("102");

        assertThat(pages.post(at(flat), area.clerk(), form(flat, "amount", "20")))
                .hasStatus(303);
    }
}
