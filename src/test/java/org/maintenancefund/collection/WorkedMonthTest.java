package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.billing.run.BilledArea;
import org.maintenancefund.billing.standard.LiftChoice;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** The month that the contract works through, from the trial to the next month, by nothing but pages and their forms. */
@IntegrationTest
@Transactional
class WorkedMonthTest extends BilledArea {

    @Autowired
    Pages pages;

    private String bills() {
        return "/bills/areas/" + managed.id();
    }

    private String receipts() {
        return "/collection/receipts/areas/" + managed.id();
    }

    private static String hidden(Document page, String name) {
        return page.select("input[name=" + name + "]").attr("value");
    }

    /** 试算 by one person and 出账 by another, each by the form that their page has. */
    private Document billedOverThePages(YearMonth of) {
        String run = bills() + "/run/" + of;
        Document trial = pages.open(run, first);
        assertThat(pages.post(run, first, Map.of("fingerprint", hidden(trial, "fingerprint"), "remark", "")))
                .hasStatus(303);
        assertThat(pages.open(run, first).select("form[action$=/confirm]")).isEmpty();
        Document other = pages.open(run, second);
        assertThat(pages.post(run + "/confirm", second, Map.of("run", hidden(other, "run"))))
                .hasStatus(303)
                .hasRedirectedUrl(bills() + "?month=" + of);
        return trial;
    }

    /** The household at the counter: the form as the page fills it in, but for the amount; answers what the paper says. */
    private String paid(String door, String offered, String amount) {
        String counter = receipts() + "/counter/" + at(door);
        Document page = pages.open(counter, first);
        assertThat(page.select("#amount").val()).as(door).isEqualTo(offered);
        Map<String, String> form = new LinkedHashMap<>();
        page.select("main form input[type=text], main form input[type=date]")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        page.select("main form select")
                .forEach(select -> form.put(
                        select.attr("name"), select.select("option[selected]").val()));
        form.put("amount", amount);
        MvcTestResult sent = pages.post(counter, first, form);
        assertThat(sent).as(door).hasStatus(303);
        return pages.open(Pages.redirected(sent), first).select(".sheet").text();
    }

    /** What is billed, paid and open of each bill of a list: {@code 1 栋 101 22.40 89.58 ㎡ × 0.25 … 22.40 0.00}. */
    private List<String> rows(YearMonth of) {
        return pages.open(bills() + "?month=" + of, first).select("tbody tr").stream()
                .map(row -> String.join(
                        " ",
                        row.select("td[data-label=房屋] > span").first().ownText(),
                        row.select("td[data-label^=应收] > span").first().ownText(),
                        row.select("td[data-label^=应收] .sub").text().replace(" 元/㎡·月", ""),
                        row.select("td[data-label^=已收]").text(),
                        row.select("td[data-label^=未收]").text()))
                .toList();
    }

    private String inWords(String path, CurrentUser user, String part) {
        return pages.open(path, user).select(part).text();
    }

    @Test
    void fromTheTrialToTheNextMonth() {
        openedAsWorked("工作月苑");

        Document trial = billedOverThePages(month);
        assertThat(trial.select(".summary-list dd").eachText()).contains("6 户，201.04 元", "未到起收月份 1 户");
        assertThat(rows(month))
                .containsExactly(
                        "1 栋 101 22.40 89.58 ㎡ × 0.25 0.00 22.40",
                        "1 栋 102 11.98 47.90 ㎡ × 0.25 0.00 11.98",
                        "1 栋 201 32.67 130.66 ㎡ × 0.25 0.00 32.67",
                        "1 栋 202 24.09 96.37 ㎡ × 0.25 0.00 24.09",
                        "1 栋 301 22.40 89.58 ㎡ × 0.25 0.00 22.40",
                        "1 栋 商-01 87.50 350.00 ㎡ × 0.25 0.00 87.50");

        assertThat(paid("101", "22.40", "22.40")).contains("贰拾贰元肆角整", "89.58 ㎡ × 0.25");
        assertThat(paid("102", "11.98", "11.98")).contains("壹拾壹元玖角捌分");
        assertThat(paid("201", "32.67", "50.00")).contains("伍拾元整", "预存 以后出账时自动抵缴 17.33");
        assertThat(paid("202", "24.09", "20.00")).contains("贰拾元整");
        assertThat(paid("301", "22.40", "22.40")).contains("云州建设公司", "贰拾贰元肆角整");

        assertThat(rows(month))
                .containsExactly(
                        "1 栋 101 22.40 89.58 ㎡ × 0.25 22.40 0.00",
                        "1 栋 102 11.98 47.90 ㎡ × 0.25 11.98 0.00",
                        "1 栋 201 32.67 130.66 ㎡ × 0.25 32.67 0.00",
                        "1 栋 202 24.09 96.37 ㎡ × 0.25 20.00 4.09",
                        "1 栋 301 22.40 89.58 ㎡ × 0.25 22.40 0.00",
                        "1 栋 商-01 87.50 350.00 ㎡ × 0.25 0.00 87.50");
        assertThat(pages.open(bills(), first).select(".identity-bar dd").eachText())
                .containsExactly(area().code(), "201.04", "109.45", "91.59");
        assertThat(inWords(receipts() + "/summary", first, ".inset p"))
                .isEqualTo("收款 5 笔 126.78 元，冲正 0 笔 0.00 元，合计 126.78 元");
        Document own = pages.open("/collection/own", world.personOf(managed.committee()));
        assertThat(own.select(".inset strong").text()).isEqualTo("17.33 元");
        assertThat(own.select("tbody tr").first().select("td").eachText())
                .containsExactly(month.toString(), "6", "201.04", "109.45", "91.59");

        in(month.plusMonths(1), this::theNextMonth);
    }

    private void theNextMonth() {
        YearMonth next = month.plusMonths(1);
        billedOverThePages(next);

        assertThat(rows(next))
                .contains("1 栋 201 32.67 130.66 ㎡ × 0.25 17.33 15.34", "1 栋 302 25.33 101.30 ㎡ × 0.25 0.00 25.33");
        assertThat(pages.open(receipts() + "/counter/" + at("201"), first)
                        .select("#amount")
                        .val())
                .isEqualTo("15.34");
        assertThat(inWords("/collection/own", world.personOf(managed.committee()), ".inset strong"))
                .isEqualTo("0.00 元");
        assertThat(rows(month)).as("the month before is as it was").contains("1 栋 202 24.09 96.37 ㎡ × 0.25 20.00 4.09");
    }

    private static AUnit withoutLift(AUnit unit) {
        UnitFacts facts = unit.facts();
        return new AUnit(
                unit.place(),
                unit.from(),
                new UnitFacts(
                        new FloorArea(facts.floorArea().hundredths()),
                        facts.source(),
                        facts.use(),
                        false,
                        facts.liable(),
                        facts.sold(),
                        facts.deliveredOn(),
                        facts.chargedFrom()),
                unit.payer());
    }

    @Test
    void everyLineOfTheFormulaToTheFen() {
        YearMonth now = YearMonth.from(world.today());
        aStandard.noneOfTheCity();
        aStandard.ofCity(UnitUse.RESIDENTIAL, false, "0.15", now);
        opened(
                "公式苑",
                AUnit.at("1 栋", "101").of("89.58"),
                AUnit.at("1 栋", "102").of("47.90"),
                AUnit.at("1 栋", "201").of("130.66"),
                AUnit.at("1 栋", "202").of("96.37"),
                withoutLift(AUnit.at("2 栋", "301").of("101.30")));

        billedOverThePages(month);
        assertThat(rows(month))
                .containsExactly(
                        "1 栋 101 22.40 89.58 ㎡ × 0.25 0.00 22.40",
                        "1 栋 102 11.98 47.90 ㎡ × 0.25 0.00 11.98",
                        "1 栋 201 32.67 130.66 ㎡ × 0.25 0.00 32.67",
                        "1 栋 202 24.09 96.37 ㎡ × 0.25 0.00 24.09",
                        "2 栋 301 15.20 101.30 ㎡ × 0.15 0.00 15.20");
        assertThat(pages.open(bills() + "/notices", first).select("article.sheet").stream()
                        .map(Element::text))
                .as("every paper prints the formula")
                .satisfiesExactly(
                        paper -> assertThat(paper).contains("89.58 ㎡ × 0.25", "贰拾贰元肆角整"),
                        paper -> assertThat(paper).contains("47.90 ㎡ × 0.25", "壹拾壹元玖角捌分"),
                        paper -> assertThat(paper).contains("130.66 ㎡ × 0.25", "叁拾贰元陆角柒分"),
                        paper -> assertThat(paper).contains("96.37 ㎡ × 0.25", "贰拾肆元零玖分"),
                        paper -> assertThat(paper).contains("101.30 ㎡ × 0.15", "壹拾伍元贰角整"));

        YearMonth next = month.plusMonths(1);
        aStandard.ofArea(managed.committee(), UnitUse.RESIDENTIAL, LiftChoice.WITH, "0.30", next, world.clerk());
        in(next, () -> {
            billedOverThePages(next);
            assertThat(rows(next))
                    .contains("1 栋 202 28.91 96.37 ㎡ × 0.30 0.00 28.91", "2 栋 301 15.20 101.30 ㎡ × 0.15 0.00 15.20");
            assertThat(rows(month)).contains("1 栋 202 24.09 96.37 ㎡ × 0.25 0.00 24.09");
        });
    }
}
