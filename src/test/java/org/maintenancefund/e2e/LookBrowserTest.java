package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that belong to no feature, and what the frame of all pages does, through a browser at both widths. */
@DemoCityTest
class LookBrowserTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void theHomePage(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            visitor.open("/");
            assertThat(visitor.heading()).isEqualTo("在线办理维修资金相关注册与管理");
            visitor.screenshot("home-" + width);
            visitor.assertAccessible();
        }
    }

    @ParameterizedTest
    @EnumSource
    void largeTextStaysOnTheNextPages(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            visitor.open("/");
            visitor.follow("大字版");
            visitor.screenshot("home-large-" + width);
            visitor.assertAccessible();
            visitor.assertNothingUpright();
            visitor.open("/centres");
            assertThat(visitor.page().evaluate("getComputedStyle(document.documentElement).fontSize"))
                    .isEqualTo("20px");
            visitor.assertAccessible();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theDistrictCentresAndAnErrorPage(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            assertThat(visitor.open("/centres")).isEqualTo(200);
            visitor.screenshot("centres-" + width);
            visitor.assertAccessible();
            assertThat(visitor.open("/no/such/page")).isEqualTo(404);
            visitor.screenshot("not-found-" + width);
            visitor.assertAccessible();
        }
    }

    @ParameterizedTest
    @EnumSource
    void theMenuOpensAndClosesWithoutScripts(Width width) {
        try (Visitor visitor = Browser.visitorWithoutScripts(port, width)) {
            visitor.signIn("demo-district", DemoStep.PASSWORD);
            visitor.open("/account/password");
            if (width == Width.PHONE) {
                visitor.page().locator(".menu-phone > summary").click();
            }
            visitor.screenshot("menu-" + width);
            assertThat(visitor.page()
                            .locator(".side-menu a[aria-current]:visible")
                            .innerText())
                    .isEqualTo("密码修改");
            visitor.page().locator(".user-menu > summary").click();
            visitor.press("退出登录");
            visitor.open("/workbench");
            assertThat(visitor.heading()).isEqualTo("登录");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFoldedPartOfTheMenuOpensByKeyboardAndStaysOpenOnItsPages(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            visitor.signIn("demo-municipal", DemoStep.PASSWORD);
            visitor.open("/workbench");
            Locator phone = visitor.page().locator(".menu-phone > summary");
            if (width == Width.PHONE) {
                phone.click();
            }
            visitor.screenshot("menu-folded-" + width);
            visitor.assertAccessible();
            visitor.page()
                    .locator(".side-menu-part > summary:visible")
                    .filter(new Locator.FilterOptions().setHasText("对账"))
                    .focus();
            for (String key : List.of("Enter", "Tab", "Tab", "Tab", "Enter")) {
                visitor.page().keyboard().press(key);
            }
            visitor.page().waitForURL("**/bank/lines");
            if (width == Width.PHONE) {
                phone.click();
            }
            visitor.screenshot("menu-part-" + width);
            visitor.assertAccessible();
            assertThat(visitor.page()
                            .locator(".side-menu-part a[aria-current]:visible")
                            .innerText())
                    .isEqualTo("对账");
        }
    }

    @Test
    void theErrorSummaryTakesTheFocusAndLeadsToTheField() {
        try (Visitor visitor = Browser.visitor(port, Width.DESKTOP)) {
            visitor.open("/login");
            visitor.press("登录");
            assertThat(visitor.page().title()).startsWith("错误：");
            assertThat(focused(visitor.page())).isEqualTo("error-summary");
            visitor.page().locator(".error-summary a").first().click();
            assertThat(visitor.page().evaluate("document.activeElement.id")).isEqualTo("username");
            visitor.assertAccessible();
        }
    }

    @Test
    void aFormWhoseTokenHasExpiredIsSentWithOneMorePress() {
        try (Visitor visitor = Browser.visitor(port, Width.PHONE)) {
            visitor.open("/");
            visitor.fill("受理编号", "YW20261123-0018");
            visitor.fill("联系人手机号码", "139");
            visitor.page().context().clearCookies();
            visitor.press("查询进度");
            assertThat(visitor.heading()).isEqualTo("请再提交一次");
            visitor.screenshot("resend-" + Width.PHONE);
            visitor.assertAccessible();
            visitor.press("再次提交");
            assertThat(visitor.heading()).isEqualTo("办理进度查询");
            assertThat(visitor.page().locator("#number").inputValue()).isEqualTo("YW20261123-0018");
        }
    }

    @Test
    void aPasswordCanBeMadeReadable() {
        try (Visitor visitor = Browser.visitor(port, Width.DESKTOP)) {
            visitor.signIn("demo-district", DemoStep.PASSWORD);
            visitor.open("/account/password");
            visitor.page().getByText("显示密码").click();
            assertThat(visitor.page().locator("main input[type=password]").count())
                    .isZero();
        }
    }

    @Test
    void theFiveTilesStandInOneRowAndShowWhereTheFocusIs() {
        try (Visitor visitor = Browser.visitor(port, Width.DESKTOP)) {
            visitor.open("/");
            assertThat((List<?>) visitor.page()
                            .evaluate("[...new Set([...document.querySelectorAll('.tile')]"
                                    + ".map((tile) => tile.getBoundingClientRect().top))]"))
                    .hasSize(1);
            visitor.page().locator(".tile").first().focus();
            visitor.page().keyboard().press("Tab");
            assertThat(visitor.page()
                            .evaluate("getComputedStyle(document.activeElement).boxShadow")
                            .toString())
                    .contains("rgb(27, 36, 48) 0px 0px 0px 5px");
        }
    }

    @Test
    void theUserMenuClosesOnEscAndOnAClickElsewhere() {
        try (Visitor visitor = Browser.visitor(port, Width.DESKTOP)) {
            visitor.signIn("demo-district", DemoStep.PASSWORD);
            Locator menu = visitor.page().locator(".user-menu");
            menu.locator("summary").click();
            assertThat(menu.getAttribute("open")).isNotNull();
            visitor.page().keyboard().press("Escape");
            assertThat(menu.getAttribute("open")).isNull();
            menu.locator("summary").click();
            visitor.page().locator("h1").click();
            assertThat(menu.getAttribute("open")).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aQueueInLargeTextIsCutOffNowhere(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            visitor.signIn("demo-district", DemoStep.PASSWORD);
            visitor.open("/display?text=large&back=/committees/reviews?tab=all");
            visitor.screenshot("queue-large-" + width);
            visitor.assertAccessible();
            visitor.assertNothingUpright();
            assertThat(visitor.page().evaluate("""
                    [...document.querySelectorAll('.table-box')].some((box) => box.scrollWidth > box.clientWidth)""")).isEqualTo(false);
            assertThat((List<?>) visitor.page()
                            .evaluate("[...document.querySelectorAll('.tabs a')]"
                                    + ".filter((tab) => tab.getBoundingClientRect().right > innerWidth)"))
                    .as("tabs out of sight")
                    .isEmpty();
        }
    }

    @Test
    void inTheReadersOwnColoursOnlyTheCurrentEntryHasABar() {
        try (Visitor visitor = Browser.visitor(port, Width.DESKTOP)) {
            visitor.signIn("demo-district", DemoStep.PASSWORD);
            visitor.open("/committees/reviews");
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            visitor.screenshot("queue-forced-colours");
            assertThat(visitor.page().evaluate("""
                    [...document.querySelectorAll('.shell .side-menu a')]
                      .filter((entry) => getComputedStyle(entry).borderLeftColor
                        !== getComputedStyle(document.body).backgroundColor)
                      .map((entry) => entry.getAttribute('aria-current'))""")).isEqualTo(List.of("page"));
        }
    }

    @Test
    void inTheReadersOwnColoursStepsAheadAndOtherCallsLookUnlikeTheCurrentOnes() {
        try (Visitor visitor = Browser.visitor(port, Width.DESKTOP)) {
            visitor.signIn("demo-district", DemoStep.PASSWORD);
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            visitor.open("/committees/reviews?tab=pending");
            visitor.page().locator("tbody .card-title a").first().click();
            assertThat(visitor.page().evaluate("""
                    [...document.querySelectorAll('.progress-line li')]
                      .filter((step) => getComputedStyle(step).borderTopColor
                        !== getComputedStyle(document.querySelector('.progress-line li:last-child')).borderTopColor)
                      .map((step) => step.className)""").toString()).contains("current");
            visitor.open("/calls");
            assertThat(visitor.page().evaluate("""
                    [...document.querySelectorAll('.call-list > li')]
                      .filter((call) => getComputedStyle(call).borderLeftColor
                        !== getComputedStyle(document.body).backgroundColor)
                      .map((call) => call.className)""")).isEqualTo(List.of("current"));
        }
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.className");
    }
}
