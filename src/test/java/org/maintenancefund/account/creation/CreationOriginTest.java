package org.maintenancefund.account.creation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 为经办人员创建用户名 right after an approval: the page stays below the application from which one comes. */
@IntegrationTest
@Transactional
class CreationOriginTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ACommittee committees;

    private ApplicationNumber number;
    private String path;

    @BeforeEach
    void anApproval() {
        number = committees.submitted(world.area("来路院"), "来路院业主委员会");
        String review = "/committees/reviews/" + number;
        String version =
                pages.open(review, world.clerk()).select("input[name=version]").val();
        path = Pages.redirected(pages.post(review, world.clerk(), Map.of("result", "APPROVE", "version", version)));
        assertThat(path).endsWith("?from=" + number);
    }

    @Test
    void theCardOfWhomToPhoneStaysWhenSomethingIsWrong() {
        Document first = pages.open(path, world.clerk());
        assertThat(first.select("main").text()).contains("请电话通知申请人", "13900001234");

        MvcTestResult wrong = pages.post(
                path,
                world.clerk(),
                Map.of("rows[0].create", "true", "rows[0].name", "王建国", "rows[0].mobile", "1390000111"));

        assertThat(wrong).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(wrong);
        assertThat(page.select("main").text()).contains("请电话通知申请人", "13900001234");
        assertThat(page.select("form.call-outcomes input[name=back]").val()).isEqualTo(path);
        assertThat(pages.post(
                        page.select("form.call-outcomes").attr("action"),
                        world.clerk(),
                        Map.of("outcome", "REACHED", "round", "1", "tries", "0", "back", path)))
                .hasRedirectedUrl(path);
    }

    @Test
    void menuAndBreadcrumbStayAtTheReviewOrElseAtTheAccounts() {
        Document page = pages.open(path, world.clerk());
        assertThat(page.select(".breadcrumb-bar a").eachText()).contains("业委会审核", "来路院业主委员会");
        assertThat(page.select(".shell > .side-menu [aria-current]").text()).startsWith("业委会审核");

        Document alone = pages.open(path.replaceAll("\\?.*", ""), world.clerk());
        assertThat(alone.select(".side-menu [aria-current]").first().text()).startsWith("操作员管理");
        assertThat(alone.select("main").text()).doesNotContain("请电话通知联系人");
        assertThat(pages.open(path.replaceAll("=.*", "=nonsense"), world.clerk())
                        .select("h1")
                        .text())
                .isEqualTo("为经办人员创建用户名");
    }
}
