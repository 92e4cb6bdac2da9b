package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;

import com.microsoft.playwright.Download;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 物业服务企业查询 and 小区管理处查询 through a browser; a company of the demo city rests for a moment. */
@Lengthy
@DemoCityTest
class RegistersBrowserTest {

    private static final String COMPANY = "云州市澄园物业服务有限公司";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void aCompanyIsLookedUpDisabledAndEnabledAgain(Width width) {
        try (Visitor clerk = Browser.visitor(port, width)) {
            clerk.signIn("demo-district", DemoStep.PASSWORD);
            clerk.open("/enterprises");
            see(clerk, "enterprises-" + width);
            clerk.follow(COMPANY);
            see(clerk, "enterprise-" + width);
            clerk.follow("停用");
            see(clerk, "enterprise-disable-" + width);
            clerk.fill("停用原因", "营业执照过期，整顿中");
            clerk.press("确认停用");
            see(clerk, "enterprise-disabled-" + width);
            theirPeopleAreTold(width);
            clerk.follow("启用");
            see(clerk, "enterprise-enable-" + width);
            clerk.fill("启用原因", "整顿完成");
            clerk.press("确认启用");
            assertThat(clerk.heading()).isEqualTo(COMPANY);
        }
        try (Visitor person = Browser.visitor(port, width)) {
            person.signIn("demo-enterprise", DemoStep.PASSWORD);
            assertThat(person.heading()).isEqualTo("工作台");
        }
    }

    private void theirPeopleAreTold(Width width) {
        try (Visitor person = Browser.visitor(port, width)) {
            person.signIn("demo-enterprise", DemoStep.PASSWORD);
            person.screenshot("login-suspended-" + width);
            assertThat(person.page().locator(".error-summary").innerText()).contains("已被区中心停用");
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOfficeIsLookedUp(Width width) {
        try (Visitor clerk = Browser.visitor(port, width)) {
            clerk.signIn("demo-municipal", DemoStep.PASSWORD);
            clerk.open("/offices?company=澄园");
            see(clerk, "offices-" + width);
            clerk.page().locator("tbody .card-title a").first().click();
            see(clerk, "office-" + width);
            clerk.page().goBack();
            Download file = clerk.page().waitForDownload(() -> clerk.follow("导出 Excel"));
            assertThat(file.suggestedFilename()).matches("小区管理处_企业包含“澄园”_\\d{8}\\.xlsx");
        }
    }
}
