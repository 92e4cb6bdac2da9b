package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * 申请表, 审核表, 受理通知书 and 退回通知书 of each kind that the demo city has in every state, printed on a sheet; the papers of
 * 注销 are printed in {@link DissolutionBrowserTest}, those of 解除 in {@link TerminationBrowserTest}, 回执 and 账号告知单 in {@link
 * MainJobBrowserTest}.
 */
@Lengthy
@DemoCityTest
class PapersBrowserTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @CsvSource({
        "committee, /committees/reviews, 业委会注册",
        "change, /committees/changes/reviews, 业委会信息变更",
        "association, /associations/reviews, 小区管理处关联",
        "enterprise, /enterprises/reviews, 物管企业注册",
        "area, /areas/applications/reviews, 社区信息完善",
    })
    void formAndReviewFitOnASheetEach(String kind, String queue, String title) {
        try (Visitor clerk = Browser.visitor(port, Width.DESKTOP)) {
            clerk.signIn("demo-district", DemoStep.PASSWORD);
            clerk.open(queue + "?tab=all");
            clerk.page().locator("tbody .card-title a").first().click();
            String address = clerk.page().url();
            String number = address.substring(address.lastIndexOf('/') + 1);

            clerk.open(queue + "/" + number + "/print");
            assertThat(clerk.heading()).isEqualTo(title + "申请表");
            clerk.screenshot("paper-form-" + kind);
            clerk.assertAccessible();
            PrintedPaper form = PrintedPaper.of(clerk, "form-" + kind);
            // An area's buildings take a second sheet.
            boolean isLong = kind.equals("area");
            if (isLong) {
                form.has(2, number);
            } else {
                form.has(1, number, title + "申请表", "签字盖章", "打印时间", "电话");
            }

            clerk.open(queue + "/" + number + "/print/review");
            assertThat(clerk.heading()).isEqualTo(title + "审核表");
            clerk.assertAccessible();
            PrintedPaper review = PrintedPaper.of(clerk, "review-" + kind);
            if (isLong) {
                review.has(2, number);
            } else {
                review.has(1, number, title + "审核表", "审核意见", "打印时间");
            }

            clerk.open(queue + "?tab=pending");
            clerk.page().locator("tbody .card-title a").first().click();
            clerk.follow("打印受理通知书");
            assertThat(clerk.heading()).isEqualTo(title + "受理通知书");
            clerk.assertAccessible();
            PrintedPaper.of(clerk, "acceptance-" + kind)
                    .has(1, title + "受理通知书", "受理编号", "应办结日期", "收到的材料", "签收人", "打印时间");

            if (kind.equals("change")) {
                // No change is returned in the demo city; its notice is the others'.
                return;
            }
            clerk.open(queue + "?tab=returned");
            clerk.page().locator("tbody .card-title a").first().click();
            clerk.follow("打印退回通知书");
            assertThat(clerk.heading()).isEqualTo(title + "退回通知书");
            clerk.assertAccessible();
            PrintedPaper.of(clerk, "return-" + kind).has(1, title + "退回通知书", "受理编号", "修改期限", "退回原因", "签收人", "打印时间");
        }
    }
}
