package org.maintenancefund.billing.run.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.billing.run.BilledArea;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.Sheets;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.Statements;
import org.maintenancefund.unit.AUnit;
import org.maintenancefund.unit.ManagedArea;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 应收账单 as its pages and papers show it, to each role as far as it may. */
@IntegrationTest
@Transactional
class BillPagesTest extends BilledArea {

    @Autowired
    Pages pages;

    private String list;

    @BeforeEach
    void theWorkedMonthPartlyPaid() {
        openedAsWorked("应收苑");
        billed(month);
        pay(at("101"), month, "22.40");
        pay(at("202"), month, "20.00");
        list = "/bills/areas/" + managed.id();
    }

    private CurrentUser auditor() {
        return SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    }

    private String path(String door) {
        return "/bills/units/" + at(door);
    }

    @Test
    void theListHasFormulaPaymentsAndState() {
        Document page = pages.open(list, first);

        assertThat(page.select("h1").text()).isEqualTo("应收苑：应收账单");
        assertThat(page.select(".identity-bar dd").eachText())
                .containsExactly(area().code(), "201.04", "42.40", "158.64");
        assertThat(page.select("td[data-label=房屋]").eachText().get(0)).isEqualTo("1 栋 101王建国");
        assertThat(page.select("td[data-label^=应收]").eachText().get(0))
                .startsWith("22.40")
                .contains("89.58 ㎡ × 0.25");
        assertThat(page.select("td[data-label=状态]").eachText()).containsExactly("已缴", "未缴", "未缴", "部分缴", "未缴", "未缴");
        assertThat(page.select(".list-actions a").eachText()).contains("试算和出账", "补出账", "出账记录", "打印缴款通知书");
    }

    @ParameterizedTest(name = "{0} finds {1}")
    @CsvSource({
        "?state=OPEN, 102|201|301|商-01",
        "?state=PARTLY, 202",
        "?state=PAID, 101",
        "?text=1-2, ''",
        "?text=202, 202",
        "?text=云州建设, 301",
        "?building=1栋&state=PAID, 101",
        "?building=2栋, ''",
        "?arrears=1, ''",
    })
    void theListIsNarrowedDown(String query, String found) {
        Document page = pages.open(list + query, first);

        assertThat(String.join(
                        "|",
                        page.select("td[data-label=房屋]").eachText().stream()
                                .map(words -> words.replaceAll("1 栋 ([商0-9-]+[0-9]).*", "$1"))
                                .toList()))
                .isEqualTo(found);
        assertThat(page.select(".chips li a")).isNotEmpty();
    }

    @Test
    void arrearsAreWhatIsOpenOfEarlierMonths() {
        YearMonth next = month.plusMonths(1);
        in(next, () -> {
            assertThat(pages.open(list + "?arrears=1&month=" + month, first).select("td[data-label=房屋]"))
                    .hasSize(5);
            entities.flush();
            runs.confirm(managed.id(), runs.propose(managed.id(), next, null, "", first), second);
            Document arrears = pages.open(list + "?arrears=1", first);
            assertThat(arrears.select("td[data-label=月份]").eachText()).containsOnly(month.toString());
            assertThat(arrears.select(".identity-bar dd").eachText()).endsWith("158.64");
            assertThat(pages.open(list + "?month=" + next, first)
                            .select("td[data-label=月份]")
                            .eachText())
                    .containsOnly(next.toString());
        });
    }

    @Test
    void aFilterThatCannotBeReadFindsNothingAndSumsNothing() {
        Document page = pages.open(list + "?month=1999-01", first);

        assertThat(page.select("td[data-label=房屋]")).isEmpty();
        assertThat(page.select(".identity-bar dd").eachText()).contains("0.00");
    }

    @Test
    void theSpreadsheetHasTheSameRows() {
        MvcTestResult export = pages.get(list + "/export?state=PARTLY", first);

        List<List<String>> rows = Sheets.rows(export);
        assertThat(rows.get(0))
                .containsExactly(
                        "户号",
                        "楼栋",
                        "单元",
                        "房号",
                        "缴款义务人",
                        "月份",
                        "建筑面积（㎡）",
                        "标准（元/㎡·月）",
                        "按公式应收（元）",
                        "调整（元）",
                        "已收（元）",
                        "未收（元）",
                        "状态");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(1)).contains("202", month.toString(), "96.37", "24.09", "20.00", "4.09", "部分缴");
    }

    @Test
    void aUnitShowsItsMonthsAndCanBeAdjustedByTwo() {
        Document page = pages.open(path("202"), first);
        assertThat(page.select("h1").text()).isEqualTo("1 栋 202：账单");
        assertThat(page.select(".identity-bar dd").eachText()).contains("4.09");
        assertThat(page.select("tbody tr").text())
                .contains(month.toString(), "24.09", "96.37 ㎡ × 0.25", "20.00", "部分缴");

        String adjust = path("202") + "/adjustments/new";
        assertThat(pages.open(adjust, first).select("h1").text()).isEqualTo("调整账单：1 栋 202");
        MvcTestResult bad = pages.post(
                adjust, first, Map.of("month", month.toString(), "amount", "0", "reason", "", "document", "批复"));
        assertThat(bad).hasStatus(400);
        assertThat(Pages.parse(bad).select(".error-summary li").eachText()).containsExactly("调整金额不能是 0", "请填写调整的原因");
        assertThat(Pages.parse(bad).select("#document").attr("value")).isEqualTo("批复");
        Map<String, String> told =
                Map.of("month", month.toString(), "amount", "-4.09", "reason", "减免", "document", "批复 1 号");
        MvcTestResult tooMuch = pages.post(
                adjust, first, Map.of("month", month.toString(), "amount", "-5", "reason", "减免", "document", "批复"));
        assertThat(tooMuch).hasStatus(400);
        assertThat(Pages.parse(tooMuch).select(".error-summary").text()).contains("最多只能减少 4.09 元");

        assertThat(pages.post(adjust, first, told)).hasRedirectedUrl(path("202"));
        Document own = pages.open(path("202"), first);
        assertThat(own.text()).contains("待确认的调整", "-4.09", "撤回这次调整").doesNotContain("确认调整");
        Document other = pages.open(path("202"), second);
        String confirm = other.select("form[action$=/confirm]").attr("action");
        assertThat(pages.post(confirm, first, Map.of())
                        .getMvcResult()
                        .getFlashMap()
                        .get("notice")
                        .toString())
                .contains("要由另一名经办人确认");
        entities.clear();
        assertThat(pages.post(confirm, second, Map.of())).hasRedirectedUrl(path("202"));

        assertThat(pages.open(path("202"), world.clerk()).select("tbody").text())
                .contains("-4.09", "已缴", "减免", "批复 1 号");
        assertThat(pages.open(list, first)
                        .select("td[data-label^=应收]")
                        .eachText()
                        .toString())
                .contains("其中调整 -4.09");
    }

    @Test
    void theNoticeOfAUnitHasMonthsFormulaWordsAndWhereToPayAndNoSecret() {
        Document page = pages.open(path("202") + "/notice", first);

        String sheet = page.select("article.sheet").text();
        assertThat(page.select("article.sheet")).hasSize(1);
        assertThat(sheet)
                .contains(
                        "缴款通知书",
                        "王建国：",
                        "应收苑",
                        "1 栋 202",
                        month.toString(),
                        "96.37 ㎡ × 0.25",
                        "¥4.09",
                        "人民币肆元零玖分",
                        "应收苑管理处",
                        area().code() + "-00004");
        assertThat(page.select("article.sheet svg.qr-code")).hasSize(1);
        assertThat(sheet).contains("http://localhost/fund").doesNotContain("查询码：");
        assertThat(pages.open(path("101") + "/notice", first).text()).contains("没有需要打印的通知书");
    }

    @Test
    void theNoticesOfAListAreThoseOfWhatIsOpenInIt() {
        Document all = pages.open(list + "/notices", first);
        assertThat(all.select("article.sheet")).hasSize(5);
        assertThat(all.select("#two-per-sheet")).hasSize(1);
        String link = pages.open(list + "?state=PARTLY", first)
                .select(".list-actions a:contains(通知书)")
                .attr("href");
        assertThat(link).isEqualTo(list + "/notices?state=PARTLY");
        assertThat(pages.open(link, first).select("article.sheet")).hasSize(1);
    }

    @Test
    void eachRoleSeesTheBillsThatAreItsOwnToSee() {
        ManagedArea other = ManagedArea.named("别收苑", world, register, transaction, "1 栋");
        List<String> paths = List.of(
                list, list + "/runs", list + "/notices", list + "/export", path("101"), path("101") + "/notice");

        for (String path : paths) {
            for (CurrentUser reader :
                    List.of(first, second, managed.ofCompany(), world.clerk(), world.municipal(), auditor())) {
                assertThat(pages.get(path, reader)).as(reader.role() + path).hasStatusOk();
            }
            for (CurrentUser stranger : List.of(other.ofCompany(), other.ofOffice(), world.clerkElsewhere())) {
                assertThat(pages.get(path, stranger)).as(stranger.role() + path).hasStatus(404);
            }
            assertThat(pages.get(path, world.administrator())).hasStatus(403);
            assertThat(pages.get(path, world.personOf(managed.committee()))).hasStatus(403);
        }
        assertThat(pages.open(list, world.clerk()).select(".list-actions a").eachText())
                .doesNotContain("试算和出账", "补出账");
        assertThat(pages.get(path("101") + "/adjustments/new", world.clerk())).hasStatus(403);
        assertThat(pages.get(path("101") + "/adjustments/new", other.ofOffice()))
                .hasStatus(404);
    }

    @Test
    void thePagesAskNoMoreOftenWhereThereAreMoreRows() {
        List<String> paths = List.of("/bills", list, list + "/runs", list + "/notices", path("102"));
        List<Integer> before = paths.stream().map(this::asked).toList();
        in(month.plusMonths(1), () -> {
            for (int door = 901; door <= 906; door++) {
                registered(AUnit.at("2 栋", Integer.toString(door)));
            }
            entities.flush();
            runs.confirm(managed.id(), runs.propose(managed.id(), month.plusMonths(1), null, "新交付", first), second);
        });

        for (int i = 0; i < paths.size(); i++) {
            // With the counts of the menu, which a running system counts every few seconds only, settings that are read
            // once there,
            // and the session that the token of a form begins here.
            assertThat(asked(paths.get(i)))
                    .as(paths.get(i))
                    .isEqualTo(before.get(i))
                    .isLessThanOrEqualTo(24);
        }
    }

    private int asked(String path) {
        pages.open(path, first);
        entities.clear();
        return Statements.of(() -> pages.open(path, first)).size();
    }
}
