package org.maintenancefund.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.run.BilledArea;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.test.HttpVisitor;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.UnitFacts;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The month that the contract works through, from the trial to what the next month opens at: over HTTP, by people who sign in and by
 * nothing but the forms of their pages, to the fen. It is the month before this one, so that the next one has begun.
 */
class WorkedMonthTest extends OfficeOverHttp {

    @Autowired
    PropertyAreas areas;

    @Test
    void fromTheTrialToTheNextMonth() {
        YearMonth month = YearMonth.from(world.today()).minusMonths(1);
        collected("工作月苑", "worked", BilledArea.worked(month.atDay(10)));
        HttpVisitor committee =
                person(area.managed().committee().id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "worked-committee");

        Document trial = billed(month);
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
        assertThat(first.open(bills()).select(".identity-bar dd").eachText())
                .containsExactly(areas.get(area.id()).code(), "201.04", "109.45", "91.59");
        assertThat(first.open(receipts() + "/summary").select(".inset p").text())
                .isEqualTo("收款 5 笔 126.78 元，冲正 0 笔 0.00 元，合计 126.78 元");
        Document own = committee.open("/collection/own");
        assertThat(own.select(".inset strong").text()).isEqualTo("17.33 元");
        assertThat(own.select("tbody tr").first().select("td").eachText())
                .containsExactly(month.toString(), "6", "201.04", "109.45", "91.59");

        YearMonth next = month.plusMonths(1);
        billed(next);
        assertThat(rows(next))
                .contains("1 栋 201 32.67 130.66 ㎡ × 0.25 17.33 15.34", "1 栋 302 25.33 101.30 ㎡ × 0.25 0.00 25.33");
        assertThat(first.open(receipts() + "/counter/" + doors.get("201"))
                        .select("#amount")
                        .val())
                .isEqualTo("15.34");
        assertThat(committee.open("/collection/own").select(".inset strong").text())
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
        YearMonth month = YearMonth.from(world.today()).minusMonths(1);
        YearMonth next = month.plusMonths(1);
        collected(
                "公式苑",
                "formula",
                AUnit.at("1 栋", "101").of("89.58"),
                AUnit.at("1 栋", "102").of("47.90"),
                AUnit.at("1 栋", "201").of("130.66"),
                AUnit.at("1 栋", "202").of("96.37"),
                withoutLift(AUnit.at("2 栋", "301").of("101.30")));
        area.standard(false, "0.15", month);
        area.standard(true, "0.30", next);

        billed(month);
        assertThat(rows(month))
                .containsExactly(
                        "1 栋 101 22.40 89.58 ㎡ × 0.25 0.00 22.40",
                        "1 栋 102 11.98 47.90 ㎡ × 0.25 0.00 11.98",
                        "1 栋 201 32.67 130.66 ㎡ × 0.25 0.00 32.67",
                        "1 栋 202 24.09 96.37 ㎡ × 0.25 0.00 24.09",
                        "2 栋 301 15.20 101.30 ㎡ × 0.15 0.00 15.20");
        assertThat(first.open(bills() + "/notices").select("article.sheet").stream()
                        .map(Element::text))
                .as("every paper prints the formula")
                .satisfiesExactly(
                        paper -> assertThat(paper).contains("89.58 ㎡ × 0.25", "贰拾贰元肆角整"),
                        paper -> assertThat(paper).contains("47.90 ㎡ × 0.25", "壹拾壹元玖角捌分"),
                        paper -> assertThat(paper).contains("130.66 ㎡ × 0.25", "叁拾贰元陆角柒分"),
                        paper -> assertThat(paper).contains("96.37 ㎡ × 0.25", "贰拾肆元零玖分"),
                        paper -> assertThat(paper).contains("101.30 ㎡ × 0.15", "壹拾伍元贰角整"));

        billed(next);
        assertThat(rows(next))
                .contains("1 栋 202 28.91 96.37 ㎡ × 0.30 0.00 28.91", "2 栋 301 15.20 101.30 ㎡ × 0.15 0.00 15.20");
        assertThat(rows(month)).contains("1 栋 202 24.09 96.37 ㎡ × 0.25 0.00 24.09");
    }
}
