package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;

import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.bank.ABankFile;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.fundaccount.AFundAccount;
import org.maintenancefund.ledger.FundAccountId;
import org.maintenancefund.test.DemoCityTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** A statement through a browser: refused, previewed, kept, a line of it assigned; and a template made of a sample. */
@DemoCityTest
class BankBrowserTest {

    @Autowired
    AFundAccount accounts;

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Width#ofADesktopWalk")
    void aStatementIsImportedAndALineAssigned(Width width) throws IOException {
        String number = "622700006600" + (10 + width.ordinal());
        FundAccountId account = accounts.confirmed(number, "100.00");
        ABankFile file = ABankFile.of(number, "100.00")
                .in(AFundAccount.DAY.plusDays(3), "126.78", "云州安居物业服务有限公司", "32050161513600000188", "JC20251103-0001")
                .in(AFundAccount.DAY.plusDays(4), "1.25", "", "", "结息");
        try (Visitor clerk = Browser.visitor(port, width)) {
            clerk.signIn("demo-municipal", DemoStep.PASSWORD);
            clerk.open("/bank/imports");
            see(clerk, "bank-imports-" + width);
            upload(clerk, account, "建行.csv", new ClassPathResource("bank/samples/ccb.csv").getContentAsByteArray());
            see(clerk, "bank-import-refused-" + width);
            assertThat(clerk.page().locator(".error-summary").innerText()).contains("文件是账号 32001594041050001234 的流水");
            upload(clerk, account, "流水.csv", file.content());
            see(clerk, "bank-import-preview-" + width);
            clerk.press("确认导入 2 笔");
            clerk.follow("去对账");
            see(clerk, "bank-lines-" + width);
            clerk.open("/bank/lines?account=" + account + "&text=126.78");
            clerk.page().locator("tbody .card-title a").first().click();
            see(clerk, "bank-line-" + width);
            clerk.page().getByLabel("款项种类").selectOption(new SelectOption().setLabel("误入账"));
            clerk.press("提出认定");
            see(clerk, "bank-line-proposed-" + width);
            assertThat(clerk.page().locator("main").innerText()).contains("这件认定由您提出");
            clerk.open("/bank/templates");
            see(clerk, "bank-templates-" + width);
            clerk.page()
                    .locator("input[type=file]")
                    .setInputFiles(new FilePayload("流水.csv", "text/csv", file.content()));
            clerk.press("上传样本");
            see(clerk, "bank-template-" + width);
        }
    }

    private static void upload(Visitor clerk, FundAccountId account, String name, byte[] content) {
        clerk.page().locator("#account").selectOption(account.toString());
        clerk.page().locator("input[type=file]").setInputFiles(new FilePayload(name, "text/csv", content));
        clerk.press("上传并预览");
    }
}
