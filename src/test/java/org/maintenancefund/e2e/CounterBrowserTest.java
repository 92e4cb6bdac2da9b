package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.collection.receipt.CollectedArea;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A queue at the counter and no mouse: 户号 or house number, Enter; the amount, Enter; the receipt is printed, Enter, the next one. A
 * person has ten seconds for each.
 */
@Lengthy
@DemoCityTest
class CounterBrowserTest {

    /** What the machine may take of the ten seconds: three pages, on a busy one. */
    private static final Duration MACHINE = Duration.ofSeconds(5);

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    Operators operators;

    @Autowired
    ApplicationContext context;

    @Autowired
    JdbcClient jdbc;

    private Page page;
    private int keys;
    private int pages;

    @Test
    void aQueueOfThreeIsReceivedByTheKeyboardAlone() {
        CollectedArea area = CollectedArea.named("快收大院", world, context);
        String number = number(area.flat("101").value());
        area.flat("102");
        area.flat("103");
        area.bill(area.first());
        IssuedAccount account = world.account(
                area.managed().office().ref(), Role.OFFICE_OPERATOR, "郑负责", "13900008806", "counter-clerk");
        assertThat(operators.activate(account.username(), account.activationCode(), OWN_PASSWORD))
                .isTrue();

        try (Visitor clerk = Steps.signedIn(port, Width.DESKTOP, account.username(), OWN_PASSWORD)) {
            page = clerk.page();
            // Instead of the printer's window.
            page.addInitScript("window.print = () => { window.printed = true; }");
            clerk.open("/collection/receipts/areas/" + area.id() + "/counter");
            page.onResponse(answer -> {
                if (answer.request().isNavigationRequest() && answer.status() == 200) {
                    pages++;
                }
            });
            received("101", number.substring(number.lastIndexOf('-') + 1), "", "22.40");
            clerk.screenshot("counter-receipt");
            next();
            received("102", "1-102", "20", "20.00");
            next();
            received("103", "103", "", "22.40");
        }
        assertThat(area.figures())
                .as("billed, received, allocated, open, 预存")
                .containsExactly("67.20", "64.80", "64.80", "2.40", "0.00");
    }

    /** The queue's next: what is typed to find the household, and the amount, where it is another than what is open. */
    private void received(String door, String typed, String amount, String onPaper) {
        keys = 0;
        pages = 0;
        Instant begun = Instant.now();
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("unit");
        type(typed);
        press("Enter");
        PlaywrightAssertions.assertThat(page.locator("h1")).hasText("登记收款：1 栋 " + door);
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("amount");
        type(amount);
        press("Enter");
        PlaywrightAssertions.assertThat(page.locator(".paper-number")).containsText("SK");
        page.waitForFunction("window.printed === true");
        Duration taken = Duration.between(begun, Instant.now());

        assertThat(page.locator(".sheet").innerText()).contains("1 栋 " + door, onPaper);
        assertThat(keys)
                .as("keys")
                .isEqualTo(typed.length() + 1 + amount.length() + 1)
                .isLessThanOrEqualTo(9);
        assertThat(pages).as("pages: the household's, and the receipt").isEqualTo(2);
        assertThat(taken).as("the machine's part").isLessThan(MACHINE);
    }

    /** Enter goes on where the focus is after printing. */
    private void next() {
        assertThat(page.evaluate("document.activeElement.textContent.trim()")).isEqualTo("登记下一户");
        press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#unit")).isFocused();
    }

    private void type(String text) {
        page.keyboard().type(text);
        keys += text.length();
    }

    private void press(String key) {
        page.keyboard().press(key);
        keys++;
    }

    private String number(UUID unit) {
        return jdbc.sql("SELECT number FROM unit WHERE id = :id")
                .param("id", unit)
                .query(String.class)
                .single();
    }
}
