package org.maintenancefund.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;

/** The lists behind the figures of 统计报表, and what goes out of them as spreadsheets. */
@DemoCityTest
class StatisticsListsTest extends FiguresOfTheCity {

    @ParameterizedTest
    @CsvSource({
        "demo-district, /reports",
        "demo-district, /reports?kind=COMMITTEE_REGISTRATION",
        "demo-district, /reports?kind=ENTERPRISE_REGISTRATION",
        "demo-district, /reports?tab=days",
        "demo-district, /reports?tab=returns",
        "demo-district, /reports?tab=coverage",
        "demo-district, /reports?tab=endings",
        "demo-municipal, /reports",
        "demo-municipal, /reports?tab=days&kind=COMMITTEE_REGISTRATION",
        "demo-municipal, /reports?tab=returns",
        "demo-municipal, /reports?tab=coverage",
        "demo-municipal, /reports?tab=endings",
    })
    void behindEachNumberIsAListOfSoMany(String username, String path) {
        everyNumberIsListed(username, path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reports", "/reports?tab=returns", "/reports?tab=coverage", "/reports?tab=endings"})
    void soThereIsBehindTheNumbersOfADistrictAndAStreet(String path) {
        String tab = path.contains("?") ? path + "&" : path + "?";
        String district = user("demo-district").district().toString();
        String street = jdbc.sql("SELECT street_id FROM area WHERE district_id = cast(:district AS uuid) LIMIT 1")
                .param("district", district)
                .query(String.class)
                .single();

        everyNumberIsListed("demo-municipal", tab + "district=" + district);
        everyNumberIsListed("demo-municipal", tab + "district=" + district + "&street=" + street);
        everyNumberIsListed("demo-district", tab + "street=" + street);
    }

    /** The address as a browser reads it; what is asked here encodes it again. */
    private static String decoded(Element link) {
        return URLDecoder.decode(link.attr("href"), StandardCharsets.UTF_8);
    }

    /** What is counted leads to its list; shares and days are no counts. */
    private void everyNumberIsListed(String username, String path) {
        Document page = open(username, path);
        for (Element cell : page.select(".statistics tbody td")) {
            String heading = cell.attr("data-label");
            if (!heading.matches(".*(率|比例|中位数|九成).*") && !cell.text().matches("0|—")) {
                assertThat(cell.select("a"))
                        .as(path + " " + cell.parent().text() + " " + heading)
                        .hasSize(1);
            }
        }
        for (Element link : page.select(".statistics td a")) {
            Document list = open(username, decoded(link));
            assertThat(list.select(".chip-unreadable")).as(link.attr("href")).isEmpty();
            assertThat(list.selectFirst(".list-bar p strong").text())
                    .as(link.attr("href"))
                    .isEqualTo(link.text());
        }
    }

    @Test
    void theDecisionsBehindAReasonNameItAndNoOther() {
        Element reason = open("demo-district", "/reports?tab=returns").selectFirst(".statistics td a[href*=reason]");
        String words = reason.parent().parent().selectFirst("th").text();

        Document list = open("demo-district", decoded(reason));

        assertThat(list.select("tbody tr"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.text()).contains("退回修改", words));
        assertThat(list.select(".chips").text()).contains("退回原因：" + words);
        assertThat(open("demo-district", "/reports/decisions?reason=没有这个原因").text())
                .contains("没有符合条件的审核");
    }

    @Test
    void theListsGoOutAsTheyAreFiltered() {
        Pages pages = new Pages(mvc);
        CurrentUser municipal = user("demo-municipal");

        List<List<String>> applications =
                Sheets.rows(pages.get("/reports/applications/export?status=RETURNED", municipal));
        assertThat(applications.get(0)).containsExactly("受理编号", "名称", "申请类型", "位置", "最近一次提交", "办理期限", "状态");
        assertThat(applications).hasSize(1 + Integer.parseInt(count("application WHERE status = 'RETURNED'")));
        List<List<String>> decisions = Sheets.rows(pages.get("/reports/decisions/export?action=REFUSE", municipal));
        assertThat(decisions).hasSize(1 + Integer.parseInt(count("application_entry WHERE action = 'REFUSE'")));
        assertThat(pages.get("/reports/applications/export?status=XXX", municipal))
                .hasStatus(409);
    }

    @Test
    void theListsLeadOnWithoutLosingOrRepeatingARow() {
        List<String> numbers = new ArrayList<>();
        String path = "/reports/applications";
        while (!path.isEmpty()) {
            Document page = open("demo-municipal", path);
            numbers.addAll(page.select("tbody td[data-label=受理编号]").eachText());
            path = page.select("a[rel=next]").attr("href");
        }
        assertThat(numbers)
                .doesNotHaveDuplicates()
                .hasSize(Integer.parseInt(count("application")))
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"applications", "days", "returns", "coverage", "endings"})
    void aSpreadsheetSaysWhatItIsAboutInItsNameAndOnItsSheet(String tab) {
        CurrentUser municipal = user("demo-municipal");
        Document page = open("demo-municipal", "/reports?tab=" + tab);
        for (Element export : page.select(".statistics a[href*=export]")) {
            String href = export.attr("href");
            var sent = new Pages(mvc).get(href, municipal);
            String name =
                    URLDecoder.decode(sent.getResponse().getHeader("Content-Disposition"), StandardCharsets.UTF_8);
            String sheet = Sheets.name(sent);
            assertThat(sheet).as(href).hasSizeLessThanOrEqualTo(31);
            if (tab.equals("coverage") || tab.equals("endings")) {
                assertThat(sheet).contains(LocalDate.now(clock).toString());
                assertThat(name).contains("全市_统计于");
            } else {
                assertThat(sheet)
                        .contains(first() + " 至 "
                                + LocalDate.now(clock).toString().substring(0, 7));
                assertThat(name).contains("全市_" + first() + "至");
            }
        }
    }

    @Test
    void aTableGoesOutAsASpreadsheetWithTheSameFigures() {
        Document page = open("demo-municipal", "/reports?tab=coverage");
        Element export = page.selectFirst(".statistics a[href*=export]");
        List<List<String>> sheet = Sheets.rows(new Pages(mvc).get(export.attr("href"), user("demo-municipal")));

        assertThat(sheet.get(0)).startsWith("区", "物业区域", "两者都有");
        List<List<String>> figures = new ArrayList<>(rows(page, "coverage").values());
        for (int row = 0; row < figures.size(); row++) {
            assertThat(sheet.get(row + 1).get(1)).isEqualTo(figures.get(row).get(0));
            assertThat(sheet.get(row + 1).get(2)).isEqualTo(figures.get(row).get(1));
        }
    }

    @Test
    void anotherTableThanThoseThereAreIsNotFoundAndAFilterThatCantBeReadExportsNothing() {
        Pages pages = new Pages(mvc);
        CurrentUser municipal = user("demo-municipal");

        assertThat(pages.get("/reports/export?tab=coverage&table=xxx", municipal))
                .hasStatus(404);
        assertThat(pages.get("/reports/export?table=applications-months&year=1899", municipal))
                .hasStatus(409);
        Document page = pages.open("/reports?year=1899", municipal);
        assertThat(page.select(".chip-unreadable").text()).contains("无法识别的条件");
        assertThat(page.select(".statistics")).isEmpty();
        assertThat(pages.open("/reports?tab=xxx", municipal).select(".statistics"))
                .isEmpty();
    }
}
