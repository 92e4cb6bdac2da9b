package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the system administrator does, through a browser at both widths; nothing of the demo is changed. */
@Lengthy
@DemoCityTest
class AdministratorBrowserTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource
    void theDistrictCentres(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            visitor.signIn("demo-admin", DemoStep.PASSWORD);
            visitor.open("/district-centres");
            assertThat(visitor.heading()).isEqualTo("区中心管理");
            see(visitor, "district-centres-" + width);
            visitor.follow("东湖区");
            assertThat(visitor.heading()).isEqualTo("东湖区");
            see(visitor, "district-centre-" + width);
            visitor.page().locator(".identity-bar a").click();
            visitor.page().locator("input[name='streets[0].remove']").check();
            visitor.fill("电话", "1234567");
            visitor.press("保存");
            assertThat(visitor.page().title()).startsWith("错误：修改区中心");
            see(visitor, "district-centre-edit-" + width);
            visitor.fill("电话", "0000-22334455");
            visitor.press("保存");
            assertThat(visitor.page().locator(".error-summary").innerText()).contains("不能移除");
            visitor.open("/district-centres/new");
            see(visitor, "district-centre-new-" + width);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theStaffAccounts(Width width) {
        try (Visitor visitor = Browser.visitor(port, width)) {
            visitor.signIn("demo-admin", DemoStep.PASSWORD);
            see(visitor, "workbench-admin-" + width);
            visitor.open("/staff");
            assertThat(visitor.heading()).isEqualTo("工作人员账号");
            see(visitor, "staff-" + width);
            visitor.open("/staff?q=demo-district2");
            visitor.page().locator("td.card-title a").first().click();
            see(visitor, "staff-account-" + width);
            visitor.open("/staff/new");
            visitor.press("创建");
            see(visitor, "staff-new-" + width);
        }
    }
}
