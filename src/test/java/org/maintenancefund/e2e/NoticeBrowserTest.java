package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A notice from the draft to the home page to taken down, through a browser at both widths. */
@Lengthy
@DemoCityTest
class NoticeBrowserTest {

    private static final String TEXT = """
            **请各业主委员会注意：**年终结算期间暂停办理。

            ## 暂停时间

            | 区 | 暂停办理 | 恢复办理 |
            |---|---|---|
            | 东湖区 | 12 月 30 日 9:00 | 1 月 4 日 9:00 |
            | 西陵区 | 12 月 31 日 9:00 | 1 月 4 日 14:00 |

            ## 急事怎么办

            1. 先打电话给受理的[区中心](/centres)。
            2. 带齐材料原件：
               - 备案证明
               - 业主大会决议

            > 已经受理的申请不受影响。
            """;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void aNoticeFromTheDraftToTheHomePageToTakenDown(Width width) {
        String title = "关于年终结算期间暂停办理业务的通知（" + width + "）";
        try (Visitor clerk = signedIn(port, width, "demo-municipal");
                Visitor citizen = Browser.visitor(port, width)) {
            clerk.open("/manage/notices");
            assertThat(clerk.heading()).isEqualTo("通知公告管理");
            see(clerk, "notice-list-" + width);
            clerk.follow("新建通知公告");
            clerk.fill("标题", title);
            clerk.fill("正文", "见[这里](www.example.com)");
            clerk.press("保存草稿");
            assertThat(clerk.page().title()).startsWith("错误：新建通知公告");
            assertThat(clerk.page().locator(".error-summary").innerText()).contains("www.example.com");
            clerk.page()
                    .locator("summary", new Page.LocatorOptions().setHasText("写法说明"))
                    .click();
            see(clerk, "notice-new-" + width);
            clerk.fill("正文", TEXT);
            clerk.press("预览");
            PlaywrightAssertions.assertThat(clerk.page().locator("#preview")).containsText("公众看到的样子");
            see(clerk, "notice-preview-" + width);
            clerk.press("保存草稿");
            assertThat(clerk.heading()).isEqualTo(title);
            String address = clerk.page().url();
            clerk.page().locator("#files").setInputFiles(Steps.scan("结算期间值班表.pdf"));
            clerk.press("添加附件");
            assertThat(clerk.page().locator(".file-list").innerText()).contains("结算期间值班表.pdf");
            see(clerk, "notice-draft-" + width);

            citizen.open("/");
            assertThat(citizen.page().content()).doesNotContain(title);

            clerk.press("发布");
            assertThat(clerk.page().locator(".notice-success").innerText()).contains("已发布");
            clerk.press("置顶");
            assertThat(clerk.page().locator(".notice-success").innerText()).contains("已置顶");
            see(clerk, "notice-published-" + width);

            citizen.open("/");
            see(citizen, "notice-home-" + width);
            citizen.follow(title);
            assertThat(citizen.heading()).isEqualTo(title);
            assertThat(citizen.page().locator(".notice-text strong").innerText())
                    .isEqualTo("请各业主委员会注意：");
            see(citizen, "notice-public-" + width);
            String file = citizen.page().locator(".notice-files a").getAttribute("href");
            assertThat(citizen.page().request().get(file).status()).isEqualTo(200);
            citizen.follow("查看全部通知公告");
            assertThat(citizen.heading()).isEqualTo("通知公告");
            see(citizen, "notice-board-" + width);

            clerk.page().navigate(address + "/edit");
            see(clerk, "notice-edit-" + width);
            clerk.page().navigate(address);
            clerk.press("撤下");
            assertThat(clerk.page().locator(".notice-success").innerText()).contains("已撤下");

            citizen.open("/");
            assertThat(citizen.page().content()).doesNotContain(title);
            assertThat(citizen.page().request().get(file).status()).isEqualTo(404);
        }
    }
}
