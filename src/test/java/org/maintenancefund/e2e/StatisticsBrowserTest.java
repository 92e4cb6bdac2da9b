package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 统计报表 through a browser at both widths: each part, a number followed to its list, a table taken home, on paper. */
@Lengthy
@DemoCityTest
class StatisticsBrowserTest {

    private static final List<String> PARTS = List.of("申请数量", "办理用时", "退回情况", "覆盖情况", "到期情况");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void aDistrictReadsItsFiguresAndFollowsANumber(Width width) {
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            clerk.open("/reports");
            assertThat(clerk.heading()).isEqualTo("统计报表");
            for (int part = 0; part < PARTS.size(); part++) {
                clerk.page().locator(".tabs a").nth(part).click();
                assertThat(clerk.page().locator(".tabs a[aria-current]").innerText())
                        .isEqualTo(PARTS.get(part));
                see(clerk, "statistics-district-" + part + "-" + width);
            }
            clerk.open("/reports?kind=COMMITTEE_REGISTRATION");
            Locator number = clerk.page().locator(".statistics .sum td a").last();
            String counted = number.innerText();
            number.click();
            assertThat(clerk.heading()).isEqualTo("申请清单");
            assertThat(clerk.page().locator(".list-bar p strong").first().innerText())
                    .isEqualTo(counted);
            see(clerk, "statistics-applications-" + width);
            clerk.open("/reports?tab=returns");
            Locator reason =
                    clerk.page().locator(".statistics td a[href*=reason]").first();
            String returns = reason.innerText();
            reason.click();
            assertThat(clerk.page().locator(".list-bar p strong").first().innerText())
                    .isEqualTo(returns);
            assertThat(clerk.heading()).isEqualTo("审核清单");
            see(clerk, "statistics-decisions-" + width);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMunicipalCentreSeesTheDistrictsSideBySide(Width width) {
        try (Visitor clerk = signedIn(port, width, "demo-municipal")) {
            clerk.open("/reports?tab=coverage");
            see(clerk, "statistics-municipal-" + width);
            Download file = clerk.page()
                    .waitForDownload(() -> clerk.page()
                            .locator(".statistics a[href*=export]")
                            .first()
                            .click());
            assertThat(file.suggestedFilename()).matches("各区业委会与管理单位覆盖_全市_统计于[\\d-]{10}_\\d{8}\\.xlsx");
            PrintedPaper paper = PrintedPaper.of(clerk, "statistics-" + width);
            assertThat(String.join("", paper.pages())).contains("统计报表:覆盖情况", "业委会覆盖率");
        }
    }
}
