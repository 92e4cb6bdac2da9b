package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Way.type;

import com.microsoft.playwright.Locator;
import org.maintenancefund.area.AreaId;

/**
 * The last part of a walk, from a community that is ready to its first receipts: 开通, 出账, 收款.
 *
 * @param clerk           who signs in to bill and to receive
 * @param colleague       who signs in to confirm
 * @param committeePerson who signs in for the committee
 */
record FirstReceipt(int port, Way way, AreaId area, String clerk, String colleague, String committeePerson) {

    void reach() {
        open();
        bill();
        printNotices();
        if (way.hasScripts()) {
            receiveByKeyboard();
        } else {
            receive("101", "22.40");
        }
        receive("102", "30");
        lookAtReceipts();
    }

    // ---- 开通 and 出账

    private void open() {
        try (Visitor person = way.signedIn(port, clerk, OWN_PASSWORD)) {
            person.open("/collection");
            way.see(person, "collection-areas");
            person.open("/collection/areas/" + area + "/start");
            way.see(person, "collection-start");
            Locator answered = person.page().locator("input[type=checkbox][name=answered]");
            if (answered.count() > 0) {
                answered.check();
            }
            person.press("开通");
            assertThat(person.page().locator("#started").innerText()).contains("首个收取月份");
            way.see(person, "collection-opened");
        }
    }

    private void bill() {
        String path = "/bills/areas/" + area;
        try (Visitor person = way.signedIn(port, clerk, OWN_PASSWORD)) {
            person.open("/bills");
            way.see(person, "bill-areas");
            person.open(path);
            person.follow("试算和出账");
            way.see(person, "bill-trial");
            person.press("提交，请另一人确认");
            way.see(person, "bill-proposed");
        }
        try (Visitor person = way.signedIn(port, colleague, OWN_PASSWORD)) {
            person.open(path);
            person.follow("试算和出账");
            way.see(person, "bill-confirm");
            person.press("确认出账");
            person.open(path);
            assertThat(person.page().locator("main").innerText()).contains("22.40", "1 栋 201");
            way.see(person, "bills");
        }
    }

    private void printNotices() {
        try (Visitor person = way.signedIn(port, colleague, OWN_PASSWORD)) {
            person.open("/bills/areas/" + area + "/notices");
            assertThat(person.heading()).contains("缴款通知书");
            assertThat(PrintedPaper.of(person, "payment-notices-" + way).pages())
                    .hasSize(3)
                    .allSatisfy(sheet ->
                            assertThat(sheet).contains("22.40", "贰拾贰元肆角", PrintedPaper.packed("89.58㎡×0.25"), "打印时间"));
            person.page().getByLabel("每张 A4 纸打印两份，沿虚线裁开").check();
            assertThat(PrintedPaper.of(person, "payment-notices-two-" + way).pages())
                    .hasSize(2);
        }
    }

    // ---- 收款

    /** House number, Enter, Enter: the receipt is there. */
    private void receiveByKeyboard() {
        try (Visitor person = way.signedIn(port, clerk, OWN_PASSWORD)) {
            countPrints(person);
            person.open("/collection/receipts");
            way.see(person, "receipt-areas");
            person.open(counter());
            way.see(person, "receipt-counter");
            person.page().keyboard().type("101");
            person.page().keyboard().press("Enter");
            person.page().getByText("登记收款：1 栋 101").first().waitFor();
            way.see(person, "receipt-amount");
            person.page().locator("[name=amount]").press("Enter");
            person.page().locator(".paper-number").first().waitFor();
            assertThat(person.page().locator(".paper-number").innerText()).startsWith("SK");
            person.page().waitForFunction("window.printed === 1");
            way.see(person, "receipt-paper");
            PrintedPaper receipt = PrintedPaper.of(person, "receipt-" + way).has(1, "1栋101", "贰拾贰元肆角", "财政票据", "打印时间");
            assertThat(receipt.pages().get(0)).doesNotContain("已登记");

            person.open(counter() + "?unit=101");
            person.page().locator("[name=amount]").fill("22.4");
            person.page().locator("[name=amount]").press("Enter");
            person.page().getByText("请再核对一遍").first().waitFor();
            way.see(person, "receipt-doubt");
        }
    }

    /** Where no script runs; more than is due becomes 预存. */
    private void receive(String door, String amount) {
        try (Visitor person = Way.PLAIN.signedIn(port, clerk, OWN_PASSWORD)) {
            person.open(counter());
            type(person, "unit", "1栋" + door);
            person.press("下一步");
            assertThat(person.heading()).isEqualTo("登记收款：1 栋 " + door);
            type(person, "amount", amount);
            person.press("登记并打印收据");
            person.page().locator(".paper-number").waitFor();
            if (door.equals("102")) {
                assertThat(person.page().locator("main").innerText()).contains("预存", "7.60");
                PrintedPaper.of(person, "receipt-plain-" + way).has(1, "1栋102", "叁拾元整", "财政票据", "打印时间");
            }
        }
    }

    /** Instead of opening the printer's window, of which there is one at a time. */
    private static void countPrints(Visitor person) {
        person.page().addInitScript("window.print = () => { window.printed = (window.printed || 0) + 1; }");
    }

    private void lookAtReceipts() {
        String list = "/collection/receipts/areas/" + area;
        try (Visitor person = way.signedIn(port, clerk, OWN_PASSWORD)) {
            person.open(list);
            way.see(person, "receipts");
            person.open(list + "/summary");
            way.see(person, "receipts-day");
            assertThat(person.page().locator("main").innerText()).contains("52.40");
            PrintedPaper.of(person, "receipts-day-" + way).has(1, "收款日报", "按方式", "现金", "52.40", "按登记人", "郑负责");
            person.open(list);
            person.page().locator("td.card-title a").first().click();
            String receipt = person.page().url();
            way.see(person, "receipt");
            person.press("缴款证明");
            way.see(person, "payment-proof");
            PrintedPaper.of(person, "receipt-proof-" + way).has(1, "缴款证明", "证明编号", "校验码", "开具时间");
            person.page().navigate(receipt + "/reversal");
            way.see(person, "receipt-reversal");
        }
        try (Visitor person = way.signedIn(port, committeePerson, OWN_PASSWORD)) {
            person.open("/collection/own");
            way.see(person, "own-account");
        }
    }

    private String counter() {
        return "/collection/receipts/areas/" + area + "/counter";
    }
}
