package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 申请表 and 审核表 of each kind, printed on a sheet; receipts and slips are printed in {@link MainJobBrowserTest}. */
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
            PrintedPaper.of(clerk, "form-" + kind).has(1, number, title + "申请表", "签字盖章", "打印时间", "电话");

            clerk.open(queue + "/" + number + "/print/review");
            assertThat(clerk.heading()).isEqualTo(title + "审核表");
            PrintedPaper review = PrintedPaper.of(clerk, "review-" + kind);
            if (kind.equals("area")) {
                // Its buildings take a second sheet.
                review.has(2, number);
            } else {
                review.has(1, number, title + "审核表", "审核意见", "打印时间");
            }
        }
    }
}
