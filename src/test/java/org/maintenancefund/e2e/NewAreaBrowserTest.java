package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.exactly;
import static org.maintenancefund.e2e.Steps.openReview;
import static org.maintenancefund.e2e.Steps.person;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;
import static org.maintenancefund.e2e.Steps.upload;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.web.sheet.SheetColumn;
import org.maintenancefund.web.sheet.SheetWriter;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A community that is not in the system: the company completes its information in several goes, the district approves, and
 * its committee registers on it.
 */
@Lengthy
@DemoCityTest
class NewAreaBrowserTest {

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Width#ofAPhoneWalk")
    void fromTheFirstStepToTheCommitteesRegistration(Width width) {
        String area = width == Width.DESKTOP ? "采薇新村" : "采菱小筑";
        beginAndLeave(width, area);
        goOnAndSubmit(width, area);
        approve(width, area);
        committeeRegisters(width, area);
    }

    private void beginAndLeave(Width width, String area) {
        try (Visitor company = signedIn(port, width, "demo-enterprise")) {
            company.open("/areas/applications");
            see(company, "new-area-list-" + width);
            company.press("新增小区");
            see(company, "new-area-tasks-" + width);
            company.follow("A 基本信息");
            company.press("保存，下一步");
            assertThat(company.page().title()).startsWith("错误：社区信息完善");
            see(company, "new-area-basics-errors-" + width);
            company.fill("小区名称", area);
            company.page().getByLabel("所属区", exactly()).selectOption(new SelectOption().setLabel("东湖区"));
            company.page().getByLabel("街道", exactly()).selectOption(new SelectOption().setLabel("望湖街道"));
            company.fill("社区", "采薇社区");
            company.press("保存，稍后再填");
            assertThat(company.page().locator(".task-list .tag").first().innerText())
                    .isEqualTo("进行中");
        }
    }

    private void goOnAndSubmit(Width width, String area) {
        try (Visitor company = signedIn(port, width, "demo-enterprise")) {
            company.open("/areas/applications");
            assertThat(company.page().locator("main").innerText()).contains("未提交的填写", area);
            company.follow("继续填写");
            company.follow("A 基本信息");
            assertThat(company.page().getByLabel("街道", exactly()).evaluate("list => list.selectedOptions[0].text"))
                    .isEqualTo("望湖街道");
            company.fill("地址", "采薇路 6 号");
            company.page().getByLabel("宗地号").fill(width == Width.DESKTOP ? "CW-0601、CW-0602" : "CW-0603、CW-0604");
            see(company, "new-area-basics-" + width);
            company.fill("小区名称", "和谐花园");
            company.press("保存，下一步");
            assertThat(company.page().locator(".notice").innerText()).contains("这个小区已在系统中");
            see(company, "new-area-same-" + width);
            company.fill("小区名称", "和偕花园");
            company.press("保存，下一步");
            assertThat(company.page().locator(".notice").innerText()).contains("名称相近：和谐花园");
            see(company, "new-area-near-" + width);
            company.fill("小区名称", area);
            company.press("都不是，下一步");
            company.page().getByLabel("物业类型", exactly()).selectOption(new SelectOption().setLabel("住宅"));
            company.fill("总建筑面积（㎡）", "22600.5");
            company.fill("住宅面积（㎡）", "22000.5");
            company.fill("商业面积（㎡）", "700");
            company.fill("幢数", "3");
            company.fill("户数", "240");
            company.fill("建成年份", "2016");
            company.press("保存，下一步");
            assertThat(company.page().locator(".notice").innerText()).contains("各项面积合计与总建筑面积不一致");
            see(company, "new-area-scale-" + width);
            company.fill("商业面积（㎡）", "600");
            company.press("核对无误，下一步");
            buildings(width, company);
            company.follow("下一步");
            company.page().getByLabel("有", exactly()).check();
            company.press("保存，下一步");
            see(company, "new-area-account-errors-" + width);
            company.fill("开户银行", "云州银行望湖支行");
            company.fill("户名", area + "维修资金专户");
            company.fill("账号", width == Width.DESKTOP ? "6222 0000 1111 01" : "6222 0000 1111 02");
            company.press("保存，下一步");
            see(company, "new-area-check-" + width);
            assertThat(company.page().locator("main").innerText()).contains("幢数填报 3，合计 2，少 1 幢");
            company.press("提交");
            assertThat(company.page().locator(".notice").innerText()).contains("提交成功，受理编号 SQ");
            see(company, "new-area-submitted-" + width);
        }
    }

    private static void buildings(Width width, Visitor company) {
        see(company, "new-area-buildings-empty-" + width);
        company.page().getByLabel("Excel 文件").setInputFiles(sheet("十八"));
        company.press("从表格导入");
        assertThat(company.page().locator("[role=alert]").innerText()).contains("第 3 行 B3", "十八");
        see(company, "new-area-buildings-faults-" + width);
        company.page().getByLabel("Excel 文件").setInputFiles(sheet("18"));
        company.press("从表格导入");
        see(company, "new-area-buildings-preview-" + width);
        company.press("确认导入 2 幢");
        company.page()
                .locator("tr", new Page.LocatorOptions().setHasText("2 栋"))
                .getByRole(AriaRole.LINK)
                .click();
        company.fill("户数", "96");
        company.press("保存修改");
        assertThat(company.page().locator("main").innerText()).contains("少 1 幢");
        see(company, "new-area-buildings-" + width);
    }

    private void approve(Width width, String area) {
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            openReview(clerk, "/areas/applications/reviews", area, "new-area-queue-" + width);
            see(clerk, "new-area-review-" + width);
            clerk.page().locator("input[name=result][value=APPROVE]").check();
            clerk.press("提交审核结果");
            assertThat(clerk.heading()).isEqualTo("电话通知申请人");
            assertThat(clerk.page().locator("main").innerText()).contains("物业区域编号是 DH-");
            see(clerk, "new-area-notify-" + width);
            clerk.press("已电话通知");
            clerk.open("/areas?q=" + area);
            clerk.page().locator("td.card-title a").first().click();
            assertThat(clerk.page().locator("main").innerText()).contains("楼栋（2 幢）", "登记");
            see(clerk, "new-area-area-" + width);
        }
    }

    private void committeeRegisters(Width width, String area) {
        try (Visitor applicant = Browser.visitor(port, width)) {
            applicant.open("/register/committee");
            applicant.page().getByLabel("小区名称或地址").fill(area);
            applicant.press("查找");
            applicant
                    .page()
                    .locator("label.choice-card", new Page.LocatorOptions().setHasText(area))
                    .first()
                    .click();
            applicant.press("下一步：填写信息");
            applicant.page().getByLabel("正式业委会").check();
            applicant.fill("业委会名称", area + "业主委员会");
            applicant.fill("届次", "1");
            applicant.fill("本届起始日期", "2026-06-01");
            applicant.fill("本届届满日期", "2031-05-31");
            applicant.fill("办公地址", "小区会所");
            applicant.fill("联系人姓名", "叶知秋");
            applicant.fill("联系人手机号码", "13900008801");
            person(applicant, 0, "叶知秋", "13900008801");
            person(applicant, 1, "程晚照", "13900008802");
            upload(applicant, "certificate", "备案证明.pdf");
            applicant.press("下一步：核对信息");
            applicant.press("提交");
            assertThat(applicant.heading()).isEqualTo("提交成功");
        }
    }

    private static FilePayload sheet(String storeys) {
        record Row(String name, String storeys, String units, String households, String area) {}
        List<SheetColumn<Row>> columns = List.of(
                new SheetColumn<>("楼栋名称", Row::name),
                new SheetColumn<>("地上层数", Row::storeys),
                new SheetColumn<>("单元数", Row::units),
                new SheetColumn<>("户数", Row::households),
                new SheetColumn<>("建筑面积（㎡）", Row::area));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SheetWriter.write(
                    out,
                    "楼栋",
                    columns,
                    List.of(new Row("1 栋", "18", "2", "144", "14680.5"), new Row("2 栋", storeys, "2", "90", "7920"))
                            .iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FilePayload(
                "楼栋.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", out.toByteArray());
    }
}
