package org.maintenancefund.unit.opening.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.unit.ManagedArea;
import org.maintenancefund.unit.OpeningState;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 期初余额 as a second person checks it and the district reviews it, to each role as far as it may. */
class OpeningReviewPagesTest extends PagesOfOpenings {

    private static CurrentUser auditor() {
        return SignedIn.person("秦素文", Role.AUDITOR, MunicipalCentre.REF, "市管理中心", null);
    }

    @Test
    void aSecondPersonIsAskedWhoIsMissingAndSendsItToTheDistrict() {
        bothEntered();
        flat("103");
        Document own = pages.open(path + "/check", managed.ofOffice());
        assertThat(own.text()).contains("现在不能复核", "您登记过这份期初余额，复核须由另一个人办理");
        assertThat(own.select("button:contains(复核无误)")).isEmpty();

        Document page = pages.open(path + "/check", managed.ofCompany());
        assertThat(page.text()).contains("1 户应缴房屋没有登记期初余额：1 栋 103", "郑负责 2 户");
        String about = page.select("input[name='asked.about']").val();
        assertThat(errors(pages.post(path + "/check", managed.ofCompany(), form("version", version()))))
                .hasSize(1);
        Map<String, String> ticked = form("version", version(), "asked.about", about, "asked.checked", "true");
        MvcTestResult refused = pages.post(path + "/check", managed.ofOffice(), ticked);
        assertThat(errors(refused)).containsExactly("您登记过这份期初余额，复核须由另一个人办理");
        assertThat(pages.post(path + "/check", managed.ofCompany(), ticked)).hasRedirectedUrl(path);

        assertThat(an.view(managed).state()).isEqualTo(OpeningState.CHECKED);
        assertThat(pages.open(path, managed.ofOffice()).text()).contains("待审核", "周敏，");
    }

    @Test
    void aDifferenceWithoutAWordStopsTheCheck() {
        an.begun(managed, "8,000.00");
        an.entered(managed, first, null, "1.00");
        an.entered(managed, second, null, "1.00");

        assertThat(pages.open(path + "/check", managed.ofCompany()).text())
                .contains("各户合计 2.00 元与接收金额 8,000.00 元不一致，请先写明差额说明");
        assertThat(errors(pages.post(path + "/check", managed.ofCompany(), form("version", version()))))
                .singleElement()
                .asString()
                .contains("请先写明差额说明");
    }

    @Test
    void whatChangedWhileSomebodyLookedIsShownAgain() {
        bothEntered();
        String seen = version();
        an.entered(managed, first, null, "2,999.99");

        MvcTestResult stale = pages.post(path + "/check", managed.ofCompany(), form("version", seen));

        assertThat(stale).hasStatus(HttpStatus.CONFLICT);
        assertThat(Pages.parse(stale).text()).contains("没有复核");
        assertThat(Pages.parse(stale).select("input[name=version]").val()).isEqualTo(version());
    }

    @Test
    void theDistrictFindsItInItsQueueAndApproves() {
        bothEntered();
        an.checked(managed, managed.ofCompany());

        Document queue = pages.open("/units/openings", world.clerk());
        assertThat(queue.select("h1").text()).isEqualTo("期初余额审核");
        assertThat(queue.select("nav a[href=/units/openings]").text()).contains("期初余额审核");
        assertThat(queue.select("tbody tr").text()).contains("期初苑", "2026-05-31", "8,000.00", "郑负责", "复核 周敏", "待审核");
        assertThat(queue.select("td.card-actions a").attr("href")).isEqualTo(record());
        assertThat(queue.select(".tabs li").eachText()).contains("待审核（1）", "已核准（0）", "全部（1）");
        assertThat(pages.open("/units/openings?text=没有这个", world.clerk()).select("tbody tr"))
                .isEmpty();
        assertThat(pages.open("/workbench", world.clerk()).text()).contains("期初余额审核");
        assertThat(pages.get("/units/openings/export", world.clerk())).hasStatusOk();

        Document page = pages.open(record(), world.clerk());
        assertThat(page.select(".summary-list dd").eachText()).contains("8,000.00 元", "一致", "郑负责 2 户");
        assertThat(page.select("td[data-label=房屋]").eachText()).containsExactly("1 栋 101", "1 栋 102");
        assertThat(page.select("a.page-help").attr("href")).isEqualTo("/help/opening-review");
        Map<String, String> approve = form("result", "APPROVE", "version", version());
        assertThat(pages.post(record() + "/decision", world.clerk(), approve)).hasRedirectedUrl("/units/openings");

        assertThat(an.view(managed).state()).isEqualTo(OpeningState.APPROVED);
        MvcTestResult late = pages.post(record() + "/decision", world.clerk(), approve);
        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(Pages.parse(late).text()).contains("刚刚已有人处理", "已核准");
        assertThat(pages.open("/units/openings?tab=APPROVED", world.clerk())
                        .select("td.card-actions")
                        .text())
                .startsWith("查看");
        assertThat(pages.open(path, managed.ofOffice()).text()).contains("已核准", "陈晓梅，");
    }

    @Test
    void whatTheDistrictReturnsSaysWhyAndNothingIsDecidedWithoutAWord() {
        bothEntered();
        flat("103");
        an.checked(managed, managed.ofCompany());

        assertThat(pages.open(record(), world.clerk()).text()).contains("请留意", "1 户应缴房屋没有登记期初余额：1 栋 103");
        assertThat(errors(pages.post(record() + "/decision", world.clerk(), form("version", version()))))
                .containsExactly("审核结果：请选择");
        MvcTestResult silent =
                pages.post(record() + "/decision", world.clerk(), form("result", "RETURN", "version", version()));
        assertThat(errors(silent)).containsExactly("退回原因：请写明原因，登记的单位照此更正");
        assertThat(Pages.parse(silent).select("input[value=RETURN]").hasAttr("checked"))
                .isTrue();
        assertThat(pages.post(
                        record() + "/decision",
                        world.clerk(),
                        form("result", "RETURN", "reason", "103 没有登记", "version", version())))
                .hasRedirectedUrl("/units/openings");

        assertThat(pages.open("/workbench", managed.ofCompany())
                        .select("a[href=" + path + "]")
                        .text())
                .contains("期初余额已退回：期初苑");
        Document page = pages.open(path, managed.ofOffice());
        assertThat(page.text()).contains("已退回", "103 没有登记", "陈晓梅，");
        assertThat(page.select("a[href$=/import]")).isNotEmpty();
    }

    @Test
    void eachRoleSeesWhatItMayAndForTheOthersThereIsNothing() {
        bothEntered();
        an.checked(managed, managed.ofCompany());
        ManagedArea other = ManagedArea.named("他账苑", world, register, transaction, "1 栋");

        for (CurrentUser reader : List.of(world.municipal(), auditor())) {
            Document page = pages.open(record(), reader);
            assertThat(page.select("h1").text()).isEqualTo("期初苑：期初余额");
            assertThat(page.select("form[method=post] input[name=result]")).isEmpty();
            assertThat(pages.open("/units/openings?text=期初苑", reader)
                            .select("td.card-actions")
                            .text())
                    .startsWith("查看");
            assertThat(pages.post(record() + "/decision", reader, form("result", "APPROVE", "version", version())))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(pages.get(record(), world.clerkElsewhere())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.post(
                        record() + "/decision",
                        world.clerkElsewhere(),
                        form("result", "APPROVE", "version", version())))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.open("/units/openings?tab=ALL&text=期初苑", world.clerkElsewhere())
                        .select("tbody tr"))
                .isEmpty();
        for (CurrentUser stranger : List.of(other.ofCompany(), other.ofOffice())) {
            for (String below : List.of("", "/edit", "/check", "/import", "/export", "/units/" + first)) {
                assertThat(pages.get(path + below, stranger)).as(below).hasStatus(HttpStatus.NOT_FOUND);
            }
            assertThat(pages.post(path + "/check", stranger, form("version", version())))
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(pages.get(record(), stranger)).hasStatus(HttpStatus.FORBIDDEN);
        }
        assertThat(pages.get(path, world.personOf(managed.committee()))).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pages.get(path, world.clerk())).hasStatus(HttpStatus.FORBIDDEN);
    }
}
