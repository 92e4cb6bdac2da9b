package org.maintenancefund.unit.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.e2e.Browser;
import org.maintenancefund.e2e.Visitor;
import org.maintenancefund.e2e.Width;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.unit.ManagedArea;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** 房屋底册 as the person of an office keeps it, at both widths: one flat at the desk, the others from a spreadsheet. */
@Lengthy
@DemoCityTest
class UnitBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    AreaRegister register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Jobs jobs;

    @ParameterizedTest
    @EnumSource
    void oneFlatIsRegisteredAtTheDeskAndTheOthersFromASpreadsheet(Width width) {
        try (Visitor clerk = Browser.visitor(port, width)) {
            clerk.signIn("demo-office", DemoStep.PASSWORD);
            clerk.open("/units");
            see(clerk, "units-areas-" + width);
            String list = clerk.page()
                    .locator("main a[href^='/units/areas/']")
                    .first()
                    .getAttribute("href");
            AreaId area = AreaId.of(list.substring(list.lastIndexOf('/') + 1));
            transaction.executeWithoutResult(
                    status -> register.changeBuildings(area, ManagedArea.buildings("1 栋", "2 栋")));
            clerk.open(list);
            see(clerk, "units-list-none-" + width);

            register(clerk, width);
            change(clerk, width);
            clerk.open(list);
            importOthers(clerk, width);
            clerk.open(list);
            assertThat(clerk.page().locator("main").innerText()).contains("王建国", "139****1234");
            see(clerk, "units-list-" + width);
        }
    }

    private static void register(Visitor clerk, Width width) {
        clerk.follow("登记房屋");
        see(clerk, "unit-new-" + width);
        clerk.press("保存");
        assertThat(clerk.page().locator(".error-summary").innerText()).contains("请填写建筑面积");
        see(clerk, "unit-new-errors-" + width);
        choose(clerk, "place.building", "1 栋");
        type(clerk, "place.door", "90" + width.ordinal());
        type(clerk, "facts.floorArea", "895.8");
        choose(clerk, "facts.source", "登记簿");
        type(clerk, "payer.name", "李红梅");
        clerk.press("保存");
        assertThat(clerk.page().locator("main").innerText()).contains("请再核对一遍", "895.80 ㎡");
        see(clerk, "unit-new-doubt-" + width);
        type(clerk, "facts.floorArea", "89.58");
        clerk.press("保存");
        assertThat(clerk.heading()).isEqualTo("1 栋 90" + width.ordinal());
        see(clerk, "unit-" + width);
    }

    private static void change(Visitor clerk, Width width) {
        String unit = clerk.page().url();
        clerk.follow("变更房屋");
        see(clerk, "unit-change-" + width);
        clerk.page().navigate(unit);
        clerk.follow("变更缴款义务人");
        see(clerk, "unit-payer-" + width);
        clerk.page().navigate(unit);
        clerk.follow("更正房号");
        see(clerk, "unit-place-" + width);
    }

    private void importOthers(Visitor clerk, Width width) {
        clerk.follow("从表格导入");
        see(clerk, "unit-import-" + width);
        AUnitSheet sheet = new AUnitSheet();
        for (int i = 1; i <= 12; i++) {
            sheet.flat("%d%02d".formatted(3 + width.ordinal(), i));
        }
        sheet.flat("5" + width.ordinal() + "1", "建筑面积", "895.8");
        clerk.page().locator("input[name=file]").setInputFiles(new FilePayload("房屋清单.xlsx", null, sheet.content()));
        clerk.press("上传并预览");
        jobs.run();
        clerk.page().getByText("等待确认").waitFor();
        see(clerk, "unit-import-preview-" + width);
        Locator confirm = clerk.page().locator("button", new Page.LocatorOptions().setHasText("确认导入"));
        confirm.click();
        assertThat(clerk.page().locator(".error-summary").innerText()).contains("无误时勾选");
        see(clerk, "unit-import-question-" + width);
        clerk.page().locator("input[type=checkbox][name=checked]").check();
        confirm.click();
        jobs.run();
        clerk.page().getByText("已完成").waitFor();
        see(clerk, "unit-import-done-" + width);
    }

    private static void type(Visitor clerk, String field, String text) {
        clerk.page().locator("[name='" + field + "']").fill(text);
    }

    private static void choose(Visitor clerk, String field, String label) {
        clerk.page().locator("[name='" + field + "']").selectOption(new SelectOption().setLabel(label));
    }

    private static void see(Visitor visitor, String picture) {
        visitor.screenshot(picture);
        visitor.assertAccessible();
        visitor.assertAccessibleEnlarged();
    }
}
