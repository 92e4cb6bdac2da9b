package org.maintenancefund.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.billing.run.AdjustmentService;
import org.maintenancefund.billing.run.NewAdjustment;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.remittance.Remitting;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * 收取统计 of a community whose bills were adjusted, paid, taken back, handed over, and booked in part; something of it is late. All came by
 * legal steps, and every figure is what a plain question to the tables answers.
 */
@IntegrationTest
@Transactional
class CollectionStatisticsTest {

    private static final String PATH = "/collection/statistics";

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @Autowired
    Pages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private Remitting remitting;
    private CollectedArea area;
    private YearMonth before;
    private YearMonth now;

    @BeforeEach
    void aCommunity() {
        remitting = Remitting.named("收取统计苑", world, context);
        area = remitting.area();
        before = area.first();
        now = area.thisMonth();
        UnitId first = area.flat("101");
        UnitId second = area.flat("102");
        UnitId third = area.flat("103");
        area.bill(before);
        adjust(second, "-2.40");
        area.bill(now);
        area.receive(area.payment(first, "22.40", before.atDay(10)));
        area.receive(area.payment(second, "30.00", before.atDay(20)));
        area.reverse(area.receive(area.payment(third, "5.00")));
        remitting.book(remitting.arrived());
        area.receive(area.payment(third, "12.34", area.today()));
        remitting.arrived();
        area.receive(area.payment(third, "10.06", area.today()));
        area.receive(area.payment(first, "1.23", area.today().minusMonths(3)));
        entities.flush();
        entities.clear();
    }

    private void adjust(UnitId unit, String yuan) {
        AdjustmentService adjustments = context.getBean(AdjustmentService.class);
        adjustments.confirm(
                unit,
                adjustments.propose(
                        new NewAdjustment(unit, before, Money.parseSigned(yuan).value(), "面积登记有误", "更正单 3 号"),
                        area.clerk()),
                area.colleague());
    }

    private String company() {
        return area.managed().company().value().toString();
    }

    private Document open(String path, CurrentUser by) {
        return pages.open(path, by);
    }

    private static Map<String, List<String>> rows(Document page, String key) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        page.select("section[aria-labelledby=table-" + key + "] tbody tr")
                .forEach(row ->
                        rows.put(row.selectFirst("th").text(), row.select("td").eachText()));
        return rows;
    }

    /** Billed, received, remitted and booked of the area, of the months that a condition on their first days is true of. */
    private List<String> plain(String months) {
        return List.of(
                sum("bill b", "b.amount + b.adjusted", "b.area_id = :area", "b.period", months),
                sum("receipt r", "r.amount", "r.area_id = :area", "date_trunc('month', r.received_on)", months),
                sum(
                        "declared_receipt x JOIN receipt r ON r.id = x.receipt_id JOIN declaration d ON d.id = x.declaration_id"
                                + " JOIN remittance_slip s ON s.id = d.slip_id",
                        "x.amount",
                        "x.live AND r.area_id = :area AND s.arrived = s.amount",
                        "date_trunc('month', s.arrived_on)",
                        months),
                sum(
                        "household_posting p JOIN unit u ON u.id = p.unit_id",
                        "p.amount",
                        "u.area_id = :area AND p.kind = 'SLIP_BOOKED'",
                        "date_trunc('month', p.day)",
                        months));
    }

    private String sum(String from, String amount, String where, String month, String months) {
        return new Money(jdbc.sql("SELECT coalesce(sum(" + amount + "), 0) FROM " + from + " WHERE " + where + " AND "
                                + month + months)
                        .param("area", area.id().value())
                        .query(Long.class)
                        .single())
                .toString();
    }

    private String month(YearMonth month) {
        return " = DATE '" + month.atDay(1) + "'";
    }

    @Test
    void eachStageStandsInTheMonthInWhichItHappened() {
        Map<String, List<String>> months = rows(open(PATH, world.clerk()), "stages-months");

        assertThat(months.keySet())
                .containsExactly(
                        now.minusMonths(3).toString(),
                        now.minusMonths(2).toString(),
                        before.toString(),
                        now.toString(),
                        "合计");
        months.forEach((label, figures) -> assertThat(figures.subList(0, 4))
                .as(label)
                .isEqualTo(plain(label.equals("合计") ? " > '2000-01-01'" : month(YearMonth.parse(label)))));
        assertThat(months.get(before.toString())).startsWith("64.80", "52.40", "0.00", "0.00");
        assertThat(months.get(now.toString())).startsWith("67.20", "22.40", "64.74", "52.40");
        assertThat(months.get("合计")).containsExactly("132.00", "76.03", "64.74", "52.40", "57.6%", "85.2%", "80.9%");
    }

    @Test
    void theMunicipalCentreSeesDistrictsAndCompaniesSideBySide() {
        String elsewhere = world.otherDistrict().name();
        Document page = open(PATH, world.municipal());

        assertThat(rows(page, "stages-districts").get(world.district().name()))
                .startsWith(plain(" > '2000-01-01'").toArray(String[]::new));
        assertThat(rows(page, "stages-districts").get(elsewhere)).startsWith("0.00", "0.00", "0.00", "0.00");
        assertThat(rows(open(PATH + "?district=" + world.district().id(), world.municipal()), "stages-companies"))
                .hasSize(2)
                .allSatisfy((label, figures) -> assertThat(figures).startsWith("132.00", "76.03", "64.74", "52.40"));
        assertThat(rows(open(PATH + "?company=" + company(), world.municipal()), "stages-months")
                        .get("合计"))
                .startsWith("132.00", "76.03", "64.74", "52.40");
    }

    @Test
    void monthsAreChosenInEitherOrder() {
        String chosen = PATH + "?from=" + now + "&to=" + before;

        assertThat(rows(open(chosen, world.clerk()), "stages-months").keySet())
                .containsExactly(before.toString(), now.toString(), "合计");
        assertThat(open(PATH + "?from=1899-01", world.clerk())
                        .select(".chip-unreadable")
                        .text())
                .contains("无法识别的条件");
    }

    @Test
    void howLongMoneyWasHeldIsCountedYuanByYuanFromItsReceiptToTheAccount() {
        Document page = open(PATH + "?tab=held", world.clerk());
        List<String> plain = jdbc.sql("SELECT count(DISTINCT s.number), sum(r.amount),"
                        + " round(sum(r.amount * (s.arrived_on - r.received_on)) / sum(r.amount), 1),"
                        + " max(s.arrived_on - r.received_on) FROM receipt r JOIN declared_receipt x ON x.receipt_id = r.id AND x.live"
                        + " JOIN declaration d ON d.id = x.declaration_id JOIN remittance_slip s ON s.id = d.slip_id"
                        + " WHERE r.area_id = :area AND s.arrived_on IS NOT NULL")
                .param("area", area.id().value())
                .query((row, i) -> List.of(
                        row.getString(1),
                        new Money(row.getLong(2)).toString(),
                        row.getBigDecimal(3).stripTrailingZeros().toPlainString(),
                        row.getString(4)))
                .single();

        assertThat(rows(page, "held-months").get(now.toString())).isEqualTo(plain);
        long days = area.today().toEpochDay() - area.today().minusMonths(3).toEpochDay();
        List<String> company = new ArrayList<>(plain);
        company.addAll(List.of("1", Long.toString(days), "1"));
        assertThat(rows(page, "held-companies").values()).containsExactly(company);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?tab=held", "?from=%1$s&to=%1$s", "?tab=held&from=%1$s&to=%2$s"})
    void behindEachNumberIsAListOfSoMuch(String asked) {
        String path = PATH + asked.formatted(before, now);
        String companyOnly = path + (asked.isEmpty() ? "?" : "&") + "company=" + company();

        everyNumberIsListed(path, world.clerk());
        everyNumberIsListed(companyOnly, world.municipal());
        everyNumberIsListed(companyOnly, world.clerk());
        everyNumberIsListed(
                path + (asked.isEmpty() ? "?" : "&") + "district="
                        + world.district().id(),
                auditor());
    }

    private static CurrentUser auditor() {
        return SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    }

    /** What is counted and every amount; shares and days lead nowhere. */
    private void everyNumberIsListed(String path, CurrentUser by) {
        Document page = open(path, by);
        assertThat(page.select(".chip-unreadable")).as(path).isEmpty();
        for (Element cell : page.select(".statistics tbody td")) {
            if (!cell.attr("data-label").matches(".*(率|天数).*") && !cell.text().matches("0|0.00|—")) {
                assertThat(cell.select("a"))
                        .as(path + " " + cell.parent().text())
                        .hasSize(1);
            }
        }
        for (Element link : page.select(".statistics td a")) {
            Document list = open(link.attr("href"), by);
            assertThat(list.select(".chip-unreadable")).as(link.attr("href")).isEmpty();
            Element sum = list.selectFirst(".list-sum strong");
            String found = link.text().contains(".")
                    ? sum == null ? "no sum" : sum.text()
                    : list.selectFirst(".list-bar p strong").text();
            assertThat(found).as(link.attr("href")).isEqualTo(link.text());
        }
    }

    @Test
    void anAreaLeadsToItsBillsReceiptsAndDeclarations() {
        String list = PATH + "/areas?from=" + before + "&to=" + now + "&company=" + company();
        for (CurrentUser by : List.of(world.clerk(), world.municipal())) {
            Element row = open(list, by).selectFirst("tbody tr");
            assertThat(row.select(".card-title").text()).startsWith("收取统计苑");
            List<Element> links = row.select("td a");
            assertThat(links).hasSize(4);
            assertThat(amounts(open(links.get(0).attr("href"), by), "应收（元）")).isEqualTo("132.00");
            assertThat(open(links.get(0).attr("href"), by)
                            .select(".list-bar p strong")
                            .text())
                    .isEqualTo("6");
            assertThat(amounts(open(links.get(1).attr("href"), by), "金额（元）")).isEqualTo("74.80");
            for (Element link : links.subList(2, 4)) {
                assertThat(open(link.attr("href"), by)
                                .selectFirst(".list-sum strong")
                                .text())
                        .isEqualTo(link.text());
            }
        }
    }

    /** The sum of a column of a list on one page, without what stands below each amount. */
    private static String amounts(Document list, String column) {
        return Money.sum(list.select("tbody td[data-label='" + column + "']").stream()
                        .map(cell -> cell.selectFirst("span").ownText())
                        .map(text -> Money.parseSigned(text).value()))
                .toString();
    }

    @Test
    void othersSeeNothingOfIt() {
        assertThat(rows(open(PATH, world.clerkElsewhere()), "stages-months")).isEmpty();
        assertThat(open(PATH + "/areas", world.clerkElsewhere()).select("tbody tr"))
                .isEmpty();
        assertThat(open(PATH + "?district=" + world.district().id(), world.clerkElsewhere())
                        .select(".chip-unreadable"))
                .isNotEmpty();
        assertThat(open(PATH, world.clerk()).select(".tabs").text()).doesNotContain("自动匹配");
        assertThat(pages.get(PATH, area.clerk())).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.get(PATH + "/areas", area.clerk())).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aTableGoesOutAsASpreadsheetWithTheSameFigures() {
        Document page = open(PATH + "?company=" + company(), world.municipal());
        Element export = page.selectFirst(".statistics a[href*=export]");

        List<List<String>> sheet = Sheets.rows(pages.get(export.attr("href"), world.municipal()));

        assertThat(sheet.get(0)).startsWith("月份", "应收（元）", "已收（元）", "已到专户（元）", "已入账（元）");
        assertThat(sheet.get(sheet.size() - 1).subList(1, 5))
                .extracting(BigDecimal::new)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("132"),
                        new BigDecimal("76.03"),
                        new BigDecimal("64.74"),
                        new BigDecimal("52.4"));
        assertThat(pages.get(PATH + "/export?table=xxx", world.municipal())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get(PATH + "/export?table=stages-months&from=x", world.municipal()))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void aChartNamesItselfAndHasEachFigureBehindItsBar() {
        Element chart = open(PATH, world.clerk()).selectFirst("svg.chart");

        assertThat(chart.select("> title").text()).isEqualTo("各月收取进度");
        assertThat(chart.select("> desc").text()).contains("应收（元）、已收（元）、已到专户（元）、已入账（元）", "最长的是");
        assertThat(chart.select("pattern")).hasSize(4);
        assertThat(chart.select("text").eachText()).contains("67.20", "64.74", "52.40");
    }
}
