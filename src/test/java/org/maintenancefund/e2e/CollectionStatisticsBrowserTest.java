package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.collection.remittance.Remitting;
import org.maintenancefund.disclosure.balance.LowBalances;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** 收取统计 through a browser at both widths: each part, an amount followed to its areas and their bills, a table taken home, on paper. */
@Lengthy
@DemoCityTest
class CollectionStatisticsBrowserTest {

    private static final List<String> PARTS = List.of("收取进度", "持有天数与逾期", "自动匹配", "余额不足三成");

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    ApplicationContext context;

    @ParameterizedTest
    @EnumSource
    void theMunicipalCentreReadsTheFiguresOfTheCityAndFollowsAnAmount(Width width) {
        collected(width);
        try (Visitor clerk = signedIn(port, width, "demo-municipal")) {
            clerk.open("/collection/statistics");
            assertThat(clerk.heading()).isEqualTo("收取统计");
            for (int part = 0; part < PARTS.size(); part++) {
                clerk.page().locator(".tabs a").nth(part).click();
                assertThat(clerk.page().locator(".tabs a[aria-current]").innerText())
                        .isEqualTo(PARTS.get(part));
                see(clerk, "collection-statistics-" + part + "-" + width);
            }
            clerk.open("/collection/low-balances");
            see(clerk, "low-balances-" + width);

            clerk.open("/collection/statistics");
            Locator billed = clerk.page().locator(".statistics .sum td a").first();
            String amount = billed.innerText();
            billed.click();
            assertThat(clerk.heading()).isEqualTo("各小区收取情况");
            assertThat(clerk.page().locator(".list-sum strong").innerText()).isEqualTo(amount);
            see(clerk, "collection-areas-" + width);
            clerk.page().locator("td a[href*=bills]").first().click();
            assertThat(clerk.heading()).endsWith("应收账单");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTableIsTakenHomeAndPrinted(Width width) {
        collected(width);
        try (Visitor clerk = signedIn(port, width, "demo-municipal")) {
            clerk.open("/collection/statistics");
            Download file = clerk.page()
                    .waitForDownload(() -> clerk.page()
                            .locator(".statistics a[href*=export]")
                            .first()
                            .click());
            assertThat(file.suggestedFilename()).matches("各月收取进度_全市_\\d{8}\\.xlsx");
            PrintedPaper paper = PrintedPaper.of(clerk, "collection-statistics-" + width);
            assertThat(String.join("", paper.pages())).contains("收取统计:收取进度", "收缴率");
        }
    }

    /** One month billed, paid in part, handed over and booked; the next one paid, and one payment late. */
    private void collected(Width width) {
        Remitting remitting = Remitting.named("统计" + width + System.nanoTime() % 1000 + "苑", world, context);
        CollectedArea area = remitting.area();
        UnitId first = area.flat("101");
        UnitId second = area.flat("102");
        area.bill(area.first());
        area.bill(area.thisMonth());
        area.receive(area.payment(first, "22.40", area.first().atDay(8)));
        area.receive(area.payment(second, "18.00", area.first().atDay(20)));
        remitting.book(remitting.arrived());
        area.receive(area.payment(first, "22.40"));
        area.receive(area.payment(second, "1.00", area.today().minusMonths(3)));
        context.getBean(LowBalances.class).count();
    }
}
