package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Walk.see;
import static org.maintenancefund.e2e.Way.choose;
import static org.maintenancefund.e2e.Way.type;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import org.maintenancefund.bank.ABankFile;
import org.springframework.core.io.ClassPathResource;

/**
 * What the municipal centre has to do with the bank: 专户, 流水模板, 流水导入, 对账.
 *
 * @param clerk     who signs in to do it
 * @param colleague who signs in to confirm
 */
record BankWork(Walk walk, String clerk, String colleague) {

    /** An account with nothing in it until that day, told by one and confirmed by the other, who lets the area's money lie there. */
    void account(String number, LocalDate until, String area) {
        String account;
        try (Visitor person = walk.clerk(clerk)) {
            person.open("/fund-accounts");
            person.follow("登记专户");
            person.press("保存，交另一人确认");
            see(person, "fund-account-errors");
            type(person, "bank", "建设银行云州分行营业部");
            type(person, "name", "云州市住宅专项维修资金");
            type(person, "number", number);
            type(person, "openingDay", until.toString());
            type(person, "openingBalance", "0");
            see(person, "fund-account-new");
            person.press("保存，交另一人确认");
            see(person, "fund-account-proposed");
            account = Walk.address(person);
        }
        try (Visitor person = walk.clerk(colleague)) {
            see(person, account, "fund-account-confirm");
            person.press("确认无误");
            see(person, "fund-account");
            person.open(account + "/areas?text=" + area);
            person.page().getByLabel(area).check();
            type(person, "from", YearMonth.from(until).plusMonths(1).toString());
            see(person, "fund-account-areas");
            person.press("放到本专户");
            assertThat(person.page().locator(".notice").first().innerText()).contains("专户");
            see(person, "/fund-accounts", "fund-accounts");
        }
    }

    /** A statement of another account first, then the right one of three lines, of which one finds its slip by itself. */
    void statement(String number, LocalDate day, String amount, String slip) {
        ABankFile file = ABankFile.of(number, "0.00")
                .in(day, amount, "云州安居物业服务有限公司", "32050161513600000188", slip)
                .in(day, "1.25", "", "", "结息")
                .in(day, "33.00", "王建国", "6217002870009998765", "物业费");
        try (Visitor person = walk.clerk(clerk)) {
            see(person, "/bank/templates", "bank-templates");
            person.page().locator("input[type=file]").setInputFiles(csv("流水.csv", file.content()));
            person.press("上传样本");
            see(person, "bank-template");
            person.open("/bank/imports");
            upload(person, csv("建行.csv", sample()));
            assertThat(person.page().locator(".error-summary").innerText()).contains("文件是账号 32001594041050001234 的流水");
            see(person, "bank-import-refused");
            upload(person, csv("流水.csv", file.content()));
            see(person, "bank-import-preview");
            person.press("确认导入 3 笔");
            see(person, "/bank/imports", "bank-imports");
            see(person, "/bank/lines", "bank-lines");
        }
    }

    /** 利息, said by one and confirmed by the other. */
    void interest() {
        String line;
        try (Visitor person = walk.clerk(clerk)) {
            person.open("/bank/lines?text=1.25");
            person.page().locator("tbody .card-title a").first().click();
            see(person, "bank-line");
            choose(person, "kind", "利息");
            person.press("提出认定");
            assertThat(Walk.text(person)).contains("这件认定由您提出");
            see(person, "bank-line-proposed");
            line = Walk.address(person);
        }
        try (Visitor person = walk.clerk(colleague)) {
            person.open(line);
            person.press("确认");
            assertThat(Walk.text(person)).contains("已处理");
        }
    }

    private static void upload(Visitor person, FilePayload file) {
        person.page().locator("#account").selectOption(new SelectOption().setIndex(1));
        person.page().locator("input[type=file]").setInputFiles(file);
        person.press("上传并预览");
    }

    private static FilePayload csv(String name, byte[] content) {
        return new FilePayload(name, "text/csv", content);
    }

    private static byte[] sample() {
        try {
            return new ClassPathResource("bank/samples/ccb.csv").getContentAsByteArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
