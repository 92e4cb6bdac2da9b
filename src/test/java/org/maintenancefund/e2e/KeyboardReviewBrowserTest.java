package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Draft;
import org.maintenancefund.application.DraftFiles;
import org.maintenancefund.application.DraftOwner;
import org.maintenancefund.application.Drafts;
import org.maintenancefund.application.Submissions;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.attachment.Attachments;
import org.maintenancefund.attachment.SampleFiles;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.committee.CommitteeForms;
import org.maintenancefund.committee.registration.CommitteeForm;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clerk's day without a mouse: ten applications are reviewed beside their scans by the keys of the page. */
@Lengthy
@DemoCityTest
class KeyboardReviewBrowserTest {

    private static final int TEN = 10;

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    ACommittee committees;

    @Autowired
    Districts districts;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftFiles files;

    @Autowired
    Attachments attachments;

    @Autowired
    Submissions submissions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void tenApplicationsAreReviewedByTheKeyboardAlone() {
        List<ApplicationNumber> numbers = new ArrayList<>();
        for (int i = 1; i <= TEN; i++) {
            numbers.add(submitted("键盘" + i + "号院"));
        }
        try (Visitor clerk = signedIn(port, Width.DESKTOP, "demo-district")) {
            Page page = clerk.page();
            Keyboard keys = page.keyboard();
            clerk.open("/committees/reviews/" + numbers.get(0));
            see(clerk, "keys-review-" + Width.DESKTOP);
            theScansAreLookedThrough(page, keys);

            keys.press("n");
            at(page, numbers.get(1));
            page.goBack();
            at(page, numbers.get(0));

            for (int i = 0; i < TEN; i++) {
                at(page, numbers.get(i));
                if (i % 2 == 0) {
                    keys.press("1");
                    assertThat(focused(page)).isEqualTo("提交并看下一条");
                    keys.press("Enter");
                } else {
                    returned(page, keys);
                }
                PlaywrightAssertions.assertThat(page.locator(".notice").first())
                        .containsText(numbers.get(i).value());
            }
        }
        assertThat(jdbc.sql("SELECT status FROM application WHERE number IN (:numbers) ORDER BY submitted_at, number")
                        .param(
                                "numbers",
                                numbers.stream().map(ApplicationNumber::value).toList())
                        .query(String.class)
                        .list())
                .containsExactly(
                        "APPROVED",
                        "RETURNED",
                        "APPROVED",
                        "RETURNED",
                        "APPROVED",
                        "RETURNED",
                        "APPROVED",
                        "RETURNED",
                        "APPROVED",
                        "RETURNED");
    }

    private static void theScansAreLookedThrough(Page page, Keyboard keys) {
        PlaywrightAssertions.assertThat(page.locator("[data-scan-says]")).hasText("1 / 2");
        assertThat(drawn(page, 1))
                .as("the first page of the PDF, drawn by the server")
                .isGreaterThan(500);
        keys.press("j");
        PlaywrightAssertions.assertThat(page.locator("[data-scan-says]")).hasText("2 / 2");
        PlaywrightAssertions.assertThat(page.locator("#scan-1")).isHidden();
        assertThat(drawn(page, 2)).isEqualTo(300);
        double wide = page.locator("#scan-2 img").boundingBox().width;
        keys.press("+");
        assertThat(page.locator("#scan-2 img").boundingBox().width).isGreaterThan(wide * 1.3);
        keys.press("r");
        assertThat(page.locator("#scan-2 img").evaluate("image => image.style.transform"))
                .isEqualTo("rotate(90deg)");
        keys.press("k");
        PlaywrightAssertions.assertThat(page.locator("[data-scan-says]")).hasText("1 / 2");
    }

    private static int drawn(Page page, int scan) {
        page.waitForFunction("n => document.querySelector(`#scan-${n} img`).naturalWidth > 0", scan);
        return (int) page.locator("#scan-" + scan + " img").evaluate("image => image.naturalWidth");
    }

    /** 退回: a reason is ticked and a sentence typed, in which digits and letters are digits and letters. */
    private static void returned(Page page, Keyboard keys) {
        keys.press("2");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("reasons");
        keys.press("Space");
        for (int steps = 0; !"opinion".equals(page.evaluate("document.activeElement.name")); steps++) {
            assertThat(steps).isLessThan(20);
            keys.press("Tab");
        }
        keys.type("n1 2");
        assertThat(page.locator("#opinion").inputValue()).isEqualTo("n1 2");
        for (int steps = 0; !"提交并看下一条".equals(focused(page)); steps++) {
            assertThat(steps).isLessThan(5);
            keys.press("Tab");
        }
        keys.press("Enter");
    }

    private static String focused(Page page) {
        return (String) page.evaluate("document.activeElement.textContent.trim()");
    }

    private static void at(Page page, ApplicationNumber number) {
        page.waitForURL("**/committees/reviews/" + number);
        PlaywrightAssertions.assertThat(page.locator("[data-keys]")).isVisible();
    }

    @Test
    void keysThatWereSwitchedOffStayOffInThisBrowser() {
        ApplicationNumber number = submitted("静键院");
        try (Visitor clerk = signedIn(port, Width.DESKTOP, "demo-district")) {
            clerk.open("/committees/reviews/" + number);
            clerk.press("关闭快捷键");
            clerk.page().reload();
            clerk.page().keyboard().press("1");
            assertThat(clerk.page().locator("input[value=APPROVE]").isChecked()).isFalse();
            clerk.press("开启快捷键");
            clerk.page().locator("h1").click();
            clerk.page().keyboard().press("Control+1");
            assertThat(clerk.page().locator("input[value=APPROVE]").isChecked()).isFalse();
            clerk.page().keyboard().press("1");
            assertThat(clerk.page().locator("input[value=APPROVE]").isChecked()).isTrue();
        }
        committees.decided(number, org.maintenancefund.application.ReviewAction.APPROVE, reviewer());
    }

    @ParameterizedTest
    @EnumSource
    void withoutScriptsAllScansStandUnderEachOther(Width width) {
        ApplicationNumber number = submitted("无脚本院" + width);
        try (Visitor clerk = Browser.visitorWithoutScripts(port, width)) {
            clerk.signIn("demo-district", org.maintenancefund.demo.DemoStep.PASSWORD);
            clerk.open("/committees/reviews/" + number);
            assertThat(clerk.page().locator(".scan-stage figure:visible").count())
                    .isEqualTo(2);
            assertThat(clerk.page()
                            .locator("[data-scan-tools], [data-keys]")
                            .first()
                            .isVisible())
                    .isFalse();
            assertThat(clerk.page()
                            .locator(".scan-stage figcaption a[target=_blank]")
                            .count())
                    .isEqualTo(2);
            clerk.screenshot("keys-plain-" + width);
        }
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            clerk.open("/committees/reviews/" + number);
            see(clerk, "keys-scans-" + width);
        }
        committees.decided(number, org.maintenancefund.application.ReviewAction.APPROVE, reviewer());
    }

    private org.maintenancefund.access.CurrentUser reviewer() {
        return ACommittee.reviewer(districts.byCode("DH").orElseThrow().id());
    }

    /** With a PDF and a photograph. */
    private ApplicationNumber submitted(String area) {
        CommitteeForm form = CommitteeForms.formal(
                world.area(AnArea.named(area)
                        .in(districts
                                .byCode("DH")
                                .orElseThrow()
                                .streets()
                                .get(0)
                                .id())),
                area + "业主委员会");
        DraftOwner browser = ACommittee.browser();
        Draft<CommitteeForm> draft = drafts.start(browser, ACommittee.KIND, form);
        add(draft, "备案证明", "备案证明.pdf", SampleFiles.pdfOfPages(2));
        add(draft, "其他材料", "公章.jpg", SampleFiles.photograph("jpg", 300, 200));
        return submissions
                .submit(files.reread(draft), committees.details(form), null)
                .number();
    }

    private void add(Draft<?> draft, String slot, String name, byte[] content) {
        try {
            files.add(
                    draft,
                    slot,
                    attachments.open(name, new ByteArrayInputStream(content)).value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
