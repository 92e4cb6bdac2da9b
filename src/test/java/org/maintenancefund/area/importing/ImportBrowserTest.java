package org.maintenancefund.area.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.demo.DemoStep;
import org.maintenancefund.e2e.Browser;
import org.maintenancefund.e2e.Visitor;
import org.maintenancefund.e2e.Width;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Jobs;
import org.maintenancefund.test.Lengthy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** 导入 as the municipal centre's clerk does it, at both widths. */
@Lengthy
@DemoCityTest
class ImportBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    Districts districts;

    @Autowired
    AreaRegister register;

    @Autowired
    PropertyAreas areas;

    @Autowired
    Jobs jobs;

    @ParameterizedTest
    @EnumSource
    void aListIsLookedThroughRowByRowAndImportedWithoutWhatIsOnlyFoundByItsName(Width width) {
        DistrictCentre district = districts.all().get(0);
        String prefix = "走查" + width.ordinal();
        AreaId numbered = entered(district, prefix + "有号苑");
        AreaId named = entered(district, prefix + "无号苑");
        AnImport sheet = AnImport.in(district)
                .row(
                        areas.get(numbered).code(),
                        prefix + "有号苑",
                        "老纺织厂宿舍、翠屏路二十八号大院",
                        "YZ-0102-0009、YZ-0102-0010",
                        "1180")
                .row("", prefix + "无号苑", "", "", "1180")
                .row("", prefix + "错苑", "村", "", "很多")
                .row("", prefix + "W".repeat(50), "长苑".repeat(30) + "、短苑", "Z".repeat(40) + "、Y-0102", "1");
        IntStream.rangeClosed(1, 22).forEach(i -> sheet.row(prefix + "新苑" + i));
        try (Visitor clerk = Browser.visitor(port, width)) {
            clerk.signIn("demo-municipal", DemoStep.PASSWORD);
            clerk.open("/areas/import");
            clerk.page()
                    .getByLabel("Excel 文件")
                    .setInputFiles(new FilePayload("全市物业区域清单（二〇二六年核对稿）.xlsx", null, sheet.content()));
            clerk.press("上传并预览");
            see(clerk, "import-waiting-" + width);

            jobs.run();
            clerk.page().getByText("等待确认").waitFor();
            see(clerk, "import-by-name-" + width);
            for (String kind : new String[] {"新增", "变更", "错误"}) {
                clerk.page()
                        .locator(".tabs a")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(kind))
                        .click();
                see(clerk, "import-" + kind + "-" + width);
            }
            clerk.press("确认导入");
            assertThat(clerk.page().locator(".error-summary").textContent()).contains("请选择是否更新");
            see(clerk, "import-question-" + width);
            clerk.page().getByLabel("跳过这 1 行").check();
            clerk.press("确认导入");
            jobs.run();
            clerk.page().getByText("已完成").waitFor();
            see(clerk, "import-done-" + width);
        }

        assertThat(areas.get(numbered).households()).isEqualTo(1180);
        assertThat(areas.get(named).households()).isEqualTo(864);
    }

    private AreaId entered(DistrictCentre district, String name) {
        return AnArea.named(name).in(district.streets().get(0).id()).enteredWith(register);
    }

    private static void see(Visitor visitor, String picture) {
        visitor.screenshot(picture);
        visitor.assertAccessible();
        visitor.assertAccessibleEnlarged();
    }
}
