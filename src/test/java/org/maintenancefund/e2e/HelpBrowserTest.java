package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.help.HelpTopics;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A reader finds help from a screen, by looking for it, and prints it. */
@Lengthy
@DemoCityTest
class HelpBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private HelpTopics topics;

    @ParameterizedTest
    @EnumSource
    void aVisitorFindsHelpFromAScreenWithoutLosingWhatWasTyped(Width width) {
        try (Visitor reader = Browser.visitor(port, width)) {
            reader.open("/register/committee");
            reader.fill("小区名称或地址", "和谐");
            see(reader, "help-from-screen-" + width);
            assertThat(headingOfItsHelp(reader)).isEqualTo("业委会注册");
            assertThat(reader.page().getByLabel("小区名称或地址").inputValue()).isEqualTo("和谐");

            reader.open("/help/committee-registration");
            see(reader, "help-topic-" + width);
            picturesAreThere(reader);

            reader.follow("使用帮助");
            assertThat(reader.heading()).isEqualTo("使用帮助");
            see(reader, "help-list-" + width);
            reader.page().locator("#q").fill("回执码丢了");
            reader.press("查找");
            PlaywrightAssertions.assertThat(reader.page().locator(".help-hits")).containsText("回执和回执码");
            see(reader, "help-found-" + width);
            reader.page().locator(".help-hits a").first().click();
            assertThat(reader.heading()).isEqualTo("回执和回执码");
            see(reader, "help-receipt-" + width);
            reader.open("/help?q=zzzz");
            see(reader, "help-nothing-" + width);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aClerkFindsHelpFromTheReviewAndFromTheOwnMenu(Width width) {
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            assertThat(headingOfItsHelp(clerk)).isEqualTo("区中心经办：每天怎样办");
            clerk.open("/committees/reviews");
            assertThat(headingOfItsHelp(clerk)).isEqualTo("审核一件申请");
            see(clerk, "help-clerk-" + width);
            clerk.page().locator(".user-menu summary").click();
            clerk.page()
                    .locator(".user-menu-panel a", new Page.LocatorOptions().setHasText("使用帮助"))
                    .click();
            assertThat(clerk.heading()).isEqualTo("使用帮助");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theManualIsReadAndPrintedAsAWhole(Width width) {
        try (Visitor reader = Browser.visitor(port, width)) {
            reader.open("/help");
            reader.follow("操作手册");
            assertThat(reader.heading()).isEqualTo("操作手册");
            // Too long for a picture of all of it.
            reader.assertAccessible();
            reader.page()
                    .locator(".help-contents a", new Page.LocatorOptions().setHasText("电话通知台"))
                    .click();
            assertThat(reader.page().url()).endsWith("#calls");
        }
    }

    @Test
    void theManualComesOutOfThePrinterWithAllTopicsAndNothingOfTheScreensFrame() {
        try (Visitor reader = Browser.visitor(port, Width.DESKTOP)) {
            reader.open("/help/manual");
            PrintedPaper paper = PrintedPaper.of(reader, "manual");
            paper.has(paper.pages().size());
            assertThat(paper.pages()).hasSizeBetween(20, 80);
            assertThat(paper.pages().get(0)).contains("操作手册", "目录").doesNotContain("大字版", "当前位置", "返回使用帮助");
            String whole = String.join("", paper.pages());
            topics.all().forEach(topic -> assertThat(whole).contains(PrintedPaper.packed(topic.title())));
        }
    }

    /** Opens 本页帮助, which stands on a page of its own. */
    private static String headingOfItsHelp(Visitor reader) {
        Page help = reader.page()
                .waitForPopup(() -> reader.page().locator("a.page-help").click());
        String heading = help.locator("h1").innerText();
        help.close();
        return heading;
    }

    private static void picturesAreThere(Visitor reader) {
        Object missing = reader.page()
                .evaluate(
                        "() => [...document.querySelectorAll('.help-picture img')]"
                                + ".filter((picture) => !picture.complete || picture.naturalWidth === 0).map((picture) => picture.src)");
        assertThat((List<?>) missing).isEmpty();
    }
}
