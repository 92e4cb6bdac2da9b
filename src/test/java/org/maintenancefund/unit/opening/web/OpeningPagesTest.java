package org.maintenancefund.unit.opening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.test.Pages;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 期初余额 as whoever collects enters it: the area's page, day and amount, each line, and the page of a unit. */
class OpeningPagesTest extends PagesOfOpenings {

    @Test
    void beforeAnythingIsToldThePageSaysWhatItIsAndWhereToBegin() {
        Document page = pages.open(path, managed.ofOffice());

        assertThat(page.select("h1").text()).isEqualTo("期初苑：期初余额");
        assertThat(page.select(".breadcrumb-bar li").eachText()).endsWith("期初苑", "期初余额");
        assertThat(page.text()).contains("开始登记", "另一人复核");
        assertThat(page.select("a[href=" + path + "/edit]").text()).isEqualTo("填写截止日期和接收金额");
        assertThat(page.select("td[data-label^=余额]").eachText()).containsExactly("没有登记", "没有登记");
        assertThat(page.select("a:contains(登记).btn, td a:contains(登记)").eachText())
                .doesNotContain("登记：1 栋 101");
        assertThat(page.select("a.page-help").attr("href")).isEqualTo("/help/opening");
        assertThat(pages.open("/units/areas/" + managed.id(), managed.ofOffice())
                        .select("a[href=" + path + "]")
                        .text())
                .isEqualTo("期初余额");
    }

    @Test
    void theSumStandsBesideWhatWasTakenOverAndEachUnitHasItsLine() {
        bothEntered();
        an.entered(managed, second, null, "5,000.00");
        flat("103");

        Document page = pages.open(path, managed.ofCompany());

        assertThat(page.select(".identity-bar .tag").text()).isEqualTo("草稿");
        assertThat(page.select(".summary-list dd").eachText())
                .contains("2026-05-31", "8,000.00 元", "2 户，7,999.99 元 其中 1 户没有首期原值", "少 0.01 元", "郑负责 2 户");
        assertThat(page.text()).contains("各户合计与接收金额不一致", "1 户应缴房屋没有登记期初余额：1 栋 103");
        assertThat(page.select("td[data-label^=首期原值]").eachText()).containsExactly("10,000.00", "没有");
        assertThat(page.select("td[data-label^=余额]").eachText()).containsExactly("2,999.99", "5,000.00", "没有登记");
        assertThat(page.select("td[data-label^=30]").eachText()).containsExactly("需续交", "未知");
        assertThat(page.select("td.card-actions").eachText()).containsExactly("更正：1 栋 101", "更正：1 栋 102", "登记：1 栋 103");
        assertThat(page.select("a[href=" + path + "/check]").text()).isEqualTo("复核");
        assertThat(pages.open(path + "?kind=MISSING", managed.ofOffice())
                        .select("td[data-label=房屋]")
                        .eachText())
                .containsExactly("1 栋 103");
        for (String kind : List.of("ENTERED", "LOW", "WITHOUT_ORIGINAL", "HIGH")) {
            assertThat(pages.open(path + "?kind=" + kind, managed.ofOffice()).select("td[data-label=房屋]"))
                    .as(kind)
                    .hasSize(kind.equals("ENTERED") ? 2 : kind.equals("HIGH") ? 0 : 1);
        }
        assertThat(pages.open(path + "?text=1-102", managed.ofOffice()).select("td[data-label=房屋]"))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(pages.get(path + "/export", managed.ofOffice())).hasStatusOk();
    }

    @Test
    void whoIsAloneIsToldWhereASecondPersonComesFrom() {
        an.begun(managed, "8,000.00");
        CurrentUser person = world.withAccount(managed.ofOffice(), "opening-alone");

        assertThat(pages.open(path, person).select(".notice").text())
                .contains("只有您一位经办人员，期初余额须由第二个人复核", "创建用户名", world.district().centreName(), "0000-1234567");
        world.withAccount(world.personOf(managed.office()), "opening-second");
        assertThat(pages.open(path, person).text()).doesNotContain("只有您一位经办人员");
    }

    @Test
    void theDayAndTheAmountAreReadAndWhatIsWrongIsSaidAtItsField() {
        assertThat(pages.post(path + "/edit", managed.ofOffice(), form("asOf", "2026-05-31", "takenOver", "8,000.00")))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl(path);
        assertThat(pages.open(path, managed.ofOffice()).text()).contains("8,000.00 元");

        String tomorrow = world.today().plusDays(1).toString();
        assertThat(errors(post("edit", "asOf", tomorrow, "takenOver", "1", "version", version())))
                .containsExactly("截止日期 " + tomorrow + " 还没有到");
        assertThat(errors(post("edit", "asOf", "", "takenOver", "", "version", version())))
                .hasSize(2);
        assertThat(errors(post("edit", "asOf", "2026-05-31", "takenOver", "1.005", "version", version())))
                .singleElement()
                .asString()
                .contains("最多 2 位小数");
        assertThat(errors(post("edit", "asOf", "2026-05-31", "takenOver", "-1", "version", version())))
                .singleElement()
                .asString()
                .contains("不能是负数");
        MvcTestResult again =
                post("edit", "asOf", "2026-13-31", "takenOver", "12", "explanation", "利息", "version", version());
        assertThat(errors(again)).hasSize(1);
        Document page = Pages.parse(again);
        assertThat(page.select("input[name=takenOver]").val()).isEqualTo("12");
        assertThat(page.select("textarea[name=explanation]").text()).isEqualTo("利息");
        assertThat(page.select("input[name=version]").val()).isEqualTo(version());
    }

    @Test
    void whoTellsAnotherDayAfterSomebodyDidSeesThat() {
        an.begun(managed, "8,000.00");
        String seen = version();
        an.told(managed, "9,000.00", "", managed.ofCompany());

        MvcTestResult stale = post("edit", "asOf", "2026-05-30", "takenOver", "7", "version", seen);

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        Document page = Pages.parse(stale);
        assertThat(page.text()).contains("没有保存", "9,000.00 元");
        assertThat(page.select("input[name=takenOver]").val()).isEqualTo("7");
        assertThat(page.select("input[name=version]").val()).isEqualTo(version());
        assertThat(pages.open(path + "/edit", managed.ofOffice())
                        .select("input[name=takenOver]")
                        .val())
                .isEqualTo("9000.00");
    }

    @Test
    void aLineIsEnteredPutRightAndTakenOut() {
        an.begun(managed, "8,000.00");
        String line = "units/" + first;

        assertThat(pages.open(path + "/" + line, managed.ofOffice())
                        .select("h1")
                        .text())
                .isEqualTo("期初余额：1 栋 101");
        assertThat(post(line, "original", "10,000", "balance", "2999.99", "version", ""))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl(path);
        Document page = pages.open(path + "/" + line, managed.ofOffice());
        assertThat(page.select("input[name=original]").val()).isEqualTo("10000.00");
        assertThat(page.text()).contains("首期原值 10,000.00 元，余额 2,999.99 元", "登记人 郑负责");
        String seen =
                page.select("form[action$=" + first + "] input[name=version]").val();
        assertThat(post(line, "original", "", "balance", "0", "version", seen)).hasStatus(HttpStatus.SEE_OTHER);

        MvcTestResult stale = post(line, "original", "", "balance", "5", "version", seen);
        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Pages.parse(stale).text()).contains("已有人登记或更正了这一户", "余额 0.00 元");
        assertThat(post(line + "/remove", "version", seen)).hasRedirectedUrl(path + "/" + line);
        String now = Pages.parse(stale)
                .select("form[action$=remove] input[name=version]")
                .val();
        assertThat(post(line + "/remove", "version", now)).hasRedirectedUrl(path);
        assertThat(pages.open(path, managed.ofOffice())
                        .select("td[data-label^=余额]")
                        .eachText())
                .containsExactly("没有登记", "没有登记");
    }

    @Test
    void aLineThatCanNotBeIsRefusedAndTheUnlikelyOneIsAsked() {
        an.begun(managed, "8,000.00");
        String line = "units/" + first;

        assertThat(errors(post(line, "original", "", "balance", "-1", "version", "")))
                .hasSize(1);
        assertThat(errors(post(line, "original", "0", "balance", "1", "version", "")))
                .hasSize(1);
        assertThat(errors(post(line, "original", "1.234", "balance", "1.001", "version", "")))
                .hasSize(2);
        assertThat(errors(post(line, "original", "", "balance", "", "version", "")))
                .hasSize(1);

        MvcTestResult asked = post(line, "original", "100", "balance", "150.01", "version", "");
        assertThat(errors(asked)).containsExactly("请核对上面的提示，无误时勾选“已核对，无误”再保存");
        Document page = Pages.parse(asked);
        assertThat(page.text()).contains("余额 150.01 元超过首期原值 100.00 元的 1.5 倍");
        assertThat(page.select("input[name=balance]").val()).isEqualTo("150.01");
        String about = page.select("input[name='asked.about']").val();
        assertThat(post(
                        line,
                        "original",
                        "100",
                        "balance",
                        "150.01",
                        "version",
                        "",
                        "asked.about",
                        about,
                        "asked.checked",
                        "true"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(pages.open(path, managed.ofOffice()).text()).contains("超过首期原值 1.5 倍");
    }

    @Test
    void withoutADayOrAfterTheCheckALineHasNoForm() {
        assertThat(pages.get(path + "/units/" + first, managed.ofOffice())).hasRedirectedUrl(path);
        assertThat(pages.get(path + "/check", managed.ofOffice())).hasRedirectedUrl(path);
        assertThat(errors(post("units/" + first, "original", "", "balance", "1", "version", "")))
                .containsExactly("请先填写截止日期和接收金额");
        bothEntered();
        an.checked(managed, managed.ofCompany());

        assertThat(pages.get(path + "/units/" + first, managed.ofOffice())).hasRedirectedUrl(path);
        Document page = pages.open(path, managed.ofOffice());
        assertThat(page.select("td.card-actions, a[href$=/check], a[href$=/import]"))
                .isEmpty();
        assertThat(errors(post("edit", "asOf", "2026-05-31", "takenOver", "1", "version", version())))
                .singleElement()
                .asString()
                .startsWith("这份期初余额已复核");
    }

    @Test
    void theUnitsPageShowsWhatItBeganWithAndAnswersTheQuestion() {
        assertThat(pages.open("/units/" + first, managed.ofOffice()).text()).contains("没有登记期初余额");
        bothEntered();

        for (CurrentUser reader : List.of(managed.ofOffice(), world.personOf(managed.committee()), world.clerk())) {
            assertThat(pages.open("/units/" + first, reader).text())
                    .contains("期初余额", "10,000.00", "2,999.99", "草稿，截至 2026-05-31", "余额低于首期原值的 30%，需续交");
            assertThat(pages.open("/units/" + second, reader).text()).contains("5,000.01", "未知：没有首期原值，无法判断");
        }
    }
}
