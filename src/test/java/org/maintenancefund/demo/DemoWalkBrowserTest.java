package org.maintenancefund.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.maintenancefund.e2e.Browser;
import org.maintenancefund.e2e.Visitor;
import org.maintenancefund.e2e.Width;
import org.maintenancefund.invariant.InvariantService;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * README's walk from the receipt to the household's account, through the demo city as it is at its first start and with the files that are
 * written then.
 */
@Lengthy
@DemoCityTest
class DemoWalkBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    private DemoWalk walk;

    @Autowired
    private DemoBank bank;

    @Autowired
    private DemoDays days;

    @Autowired
    private InvariantService invariants;

    private String number;
    private String code;

    @Test
    void fromTheReceiptToTheHouseholdsAccount() {
        String[] paper = walk.household().split("\\R");
        number = paper[1].replace("户号 ", "");
        code = paper[2].replace("查询码 ", "");
        byte[] statement = walk.statement();
        Width.ofADesktopWalk().forEach(this::looked);
        household("before", "\\d{4}-\\d\\d [-\\d]+ 还没有 还没有");

        String declaration = declared();
        handedOver(declaration);
        imported(statement);
        household("arrived", "\\d{4}-\\d\\d [-\\d]+ [-\\d]+ 还没有");
        booked("demo-walk-bookings");
        household("booked", "\\d{4}-\\d\\d [-\\d]+ [-\\d]+ [-\\d]+");
        assertThat(invariants.violations()).isEmpty();
    }

    /** 1. One declares, another one confirms. */
    private String declared() {
        String address;
        try (Visitor office = signedIn("demo-office")) {
            office.open("/collection/declarations");
            see(office, "demo-walk-declarations");
            office.open("/collection/held");
            see(office, "demo-walk-held");
            office.page()
                    .locator("main tbody tr", new Page.LocatorOptions().setHasText(DemoSmallCommunity.NAME))
                    .locator("a")
                    .first()
                    .click();
            see(office, "demo-walk-declare");
            button(office, "申报 \\d+ 笔.*").click();
            address = office.page().url();
        }
        try (Visitor company = signedIn("demo-enterprise")) {
            company.page().navigate(address);
            company.press("确认申报");
        }
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** 2. On a slip, which the company pays by. */
    private void handedOver(String declaration) {
        try (Visitor company = signedIn("demo-enterprise")) {
            company.open("/collection/slips");
            see(company, "demo-walk-slips");
            company.open("/collection/slips/new");
            company.page().locator("input[value=" + declaration + "]").check();
            company.press("保存草稿");
            company.press("提交缴存单");
            assertThat(company.page().locator(".sheet").innerText()).contains(DemoFundAccounts.NUMBER);
        }
    }

    /** 3. The bank's next statement; one transfer is matched at once, and the one of before is still to be looked at. */
    private void imported(byte[] statement) {
        try (Visitor clerk = signedIn("demo-municipal")) {
            clerk.open("/workbench");
            see(clerk, "demo-walk-workbench");
            clerk.open("/bank/imports");
            see(clerk, "demo-walk-imports");
            clerk.page().locator("#account").selectOption(bank.account().id().toString());
            clerk.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("demo-bank-statement.csv", "text/csv", statement));
            clerk.press("上传并预览");
            see(clerk, "demo-walk-preview");
            clerk.press("确认导入 2 笔");
            clerk.follow("去对账");
            see(clerk, "demo-walk-lines");
            clerk.open("/bank/lines?text=" + DemoLargeCommunity.NAME + "&state=OPEN");
            clerk.page().locator("tbody .card-title a").first().click();
            assertThat(clerk.page().locator("main").innerText()).contains("差 0.09 元，可被 9 整除");
            see(clerk, "demo-walk-line");
            clerk.open("/differences?kind=AMOUNT_OFF");
            assertThat(clerk.page().locator("main").innerText()).contains("金额不符", "0.09", "沈立群");
            see(clerk, "demo-walk-differences");
        }
    }

    /** 4. Both slips that have arrived are booked to their households. */
    private void booked(String picture) {
        try (Visitor district = signedIn("demo-district")) {
            district.open("/collection/bookings");
            see(district, picture);
            Locator waiting =
                    district.page().locator("main tbody .card-title a", new Page.LocatorOptions().setHasText("JC"));
            int slips = waiting.count();
            assertThat(slips).isGreaterThanOrEqualTo(2);
            for (int left = slips; left > 0; left--) {
                district.open("/collection/bookings");
                waiting.first().click();
                button(district, "确认入账.*").click();
                assertThat(district.page().locator("main").innerText()).contains("已入账");
            }
        }
    }

    /** The household's payment of the first month: what it is of, received, arrived, booked. */
    private void household(String picture, String stages) {
        for (Width width : Width.values()) {
            try (Visitor owner = Browser.visitor(port, width)) {
                owner.open("/fund");
                owner.page().locator("[name=number]").fill(number);
                owner.page().locator("[name=code]").fill(code);
                owner.press("查询");
                Locator told = owner.page().locator(".payment-stages").last().locator("span");
                assertThat(String.join(" ", told.allInnerTexts())).matches(stages);
                see(owner, "demo-walk-household-" + picture + "-" + width);
            }
        }
    }

    /** The main pages as each of them finds them. */
    private void looked(Width width) {
        look(width, "demo-district", "/collection/late", "/collection/orders", "/collection/held", "/differences");
        YearMonth closed = YearMonth.from(days.today()).minusMonths(DemoCollectionRules.MONTHS_AGO);
        look(width, "demo-municipal", "/closings", "/bank/lines", "/collection/slips", "/ledger", "/fund-accounts");
        look(width, "demo-municipal", "/closings/" + closed, "/closings/" + closed.plusMonths(1));
        look(width, "demo-office", "/workbench", "/reminders", "/publications");
        look(width, "demo-committee2", "/workbench", "/publications", "/collection/own");
        look(width, "demo-enterprise", "/workbench", "/collection/slips", "/collection/orders");
    }

    private void look(Width width, String username, String... paths) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            visitor.signIn(username, DemoStep.PASSWORD);
            for (String path : paths) {
                assertThat(visitor.open(path)).as(path).isEqualTo(200);
                String picture = "demo-walk" + path.replace('/', '-') + "-" + username;
                see(visitor, picture + "-" + width);
                // What is behind its first row, and behind the last of that.
                Locator behind = visitor.page().locator("main tbody .card-title a");
                for (int depth = 1; depth <= 2 && behind.count() > 0; depth++) {
                    (depth == 1 ? behind.first() : behind.last()).click();
                    see(visitor, picture + "-" + depth + "-" + width);
                }
            }
        }
    }

    private Visitor signedIn(String username) {
        Visitor visitor = Browser.visitor(port, Width.DESKTOP);
        visitor.signIn(username, DemoStep.PASSWORD);
        return visitor;
    }

    private static Locator button(Visitor visitor, String name) {
        return visitor.page().locator("main button", new Page.LocatorOptions().setHasText(Pattern.compile(name)));
    }

    private static void see(Visitor visitor, String picture) {
        visitor.screenshot(picture);
        visitor.assertAccessible();
    }
}
