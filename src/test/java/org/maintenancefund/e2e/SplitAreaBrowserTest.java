package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.person;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;
import static org.maintenancefund.e2e.Steps.upload;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.area.domain.AreaRegister;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A community that is recorded in two parts: its people report it from the registration, the municipal centre merges the
 * parts and tells them, and they register on the kept area, which they find by the name it had before.
 */
@Lengthy
@DemoCityTest
class SplitAreaBrowserTest {

    private static final String MOBILE = "13900007701";

    @LocalServerPort
    private int port;

    @Autowired
    private Districts districts;

    @Autowired
    private AreaRegister register;

    @ParameterizedTest
    @MethodSource("org.maintenancefund.e2e.Width#ofADesktopWalk")
    void fromTheReportToTheRegistrationOnTheKeptArea(Width width) {
        String base = width == Width.DESKTOP ? "芦荻水岸" : "蒹葭水岸";
        DistrictCentre district = districts.byCode("DH").orElseThrow();
        AnArea.named(base + "一期").in(district.streets().get(2).id()).enteredWith(register);
        AnArea.named(base + "二期").in(district.streets().get(2).id()).enteredWith(register);
        String number = report(width, base);
        merge(width, base, number);
        followed(width, number);
        registerUnderTheFormerName(width, base);
    }

    private String report(Width width, String base) {
        try (Visitor applicant = Browser.visitor(port, width)) {
            choose(applicant, base + "一期", base + "一期");
            assertThat(applicant.page().locator("main").innerText()).contains("这个小区分成了几期或几个片区", base + "二期");
            see(applicant, "split-siblings-" + width);
            applicant.page().getByLabel("是，同一业委会、同一物业服务企业").check();
            applicant.press("下一步：填写信息");
            assertThat(applicant.heading()).isEqualTo("请先合并物业区域");
            see(applicant, "split-merge-first-" + width);
            applicant.follow("反馈：多个片区应合并");
            assertThat(applicant.page().getByLabel("多个片区应合并").isChecked()).isTrue();
            applicant.page().getByLabel("说明").fill("一期和二期是同一个业委会、同一家物业公司，请合并成" + base + "。");
            applicant.fill("联系人姓名", "苇间客");
            applicant.fill("联系人手机号码", MOBILE);
            see(applicant, "split-report-" + width);
            applicant.press("提交");
            assertThat(applicant.heading()).isEqualTo("提交成功");
            see(applicant, "split-sent-" + width);
            return applicant.page().locator(".receipt strong").innerText();
        }
    }

    private void merge(Width width, String base, String number) {
        try (Visitor clerk = signedIn(port, width, "demo-municipal")) {
            clerk.open("/area-reports");
            see(clerk, "split-reports-" + width);
            clerk.page()
                    .locator("tr", new Page.LocatorOptions().setHasText(number))
                    .locator("a")
                    .first()
                    .click();
            see(clerk, "split-report-open-" + width);
            clerk.follow("合并这些区域");
            see(clerk, "split-choose-" + width);
            clerk.follow("下一步：比较");
            see(clerk, "split-compare-" + width);
            clerk.page().locator("input[name=kept]").first().check();
            assertThat(clerk.page().getByLabel("合并后名称").inputValue())
                    .as("the name that both parts have in common is proposed")
                    .isEqualTo(base);
            clerk.page().getByLabel("合并原因").fill("同一小区，居民反馈 " + number);
            clerk.press("下一步：核对");
            see(clerk, "split-check-" + width);
            clerk.press("确认合并");
            assertThat(clerk.page().locator("main").innerText()).contains(base, "合并");
            see(clerk, "split-merged-" + width);
            assertThat(clerk.page().url()).as("back at the report").contains("/area-reports/" + number);
            String code = clerk.page().getByLabel("处理后的物业区域编号").inputValue();
            clerk.page().getByLabel("已处理").check();
            clerk.page().getByLabel("给反馈人的答复").fill("两期已合并，请用合并后的小区注册。");
            clerk.page().getByLabel("处理后的物业区域编号").fill(code.toLowerCase());
            clerk.press("提交答复");
            assertThat(clerk.page().locator("main").innerText()).contains("请电话通知反馈人", MOBILE, base);
            see(clerk, "split-notify-" + width);
            clerk.press("已电话通知");
            assertThat(clerk.page().locator("main").innerText()).contains("电话通知");
        }
    }

    private void followed(Width width, String number) {
        try (Visitor applicant = Browser.visitor(port, width)) {
            applicant.open("/progress");
            applicant.fill("受理编号", number);
            applicant.fill("联系人手机号码", MOBILE);
            applicant.press("查询进度");
            assertThat(applicant.page().locator("main").innerText()).contains("已处理", "两期已合并");
            see(applicant, "split-progress-" + width);
        }
    }

    private void registerUnderTheFormerName(Width width, String base) {
        try (Visitor applicant = Browser.visitor(port, width)) {
            choose(applicant, base + "二期", "曾用名");
            assertThat(applicant.page().url()).contains("/register/committee/form?draft=");
            assertThat(applicant.page().locator("main").innerText()).contains(base);
            applicant.page().getByLabel("正式业委会").check();
            applicant.fill("业委会名称", base + "业主委员会");
            applicant.fill("届次", "1");
            applicant.fill("本届起始日期", "2026-06-01");
            applicant.fill("本届届满日期", "2031-05-31");
            applicant.fill("办公地址", "水岸会所");
            applicant.fill("联系人姓名", "苇间客");
            applicant.fill("联系人手机号码", MOBILE);
            person(applicant, 0, "苇间客", MOBILE);
            person(applicant, 1, "荻花秋", "13900007702");
            upload(applicant, "certificate", "备案证明.pdf");
            applicant.press("下一步：核对信息");
            assertThat(applicant.page().locator(".summary-list").first().innerText())
                    .contains(base);
            see(applicant, "split-registration-check-" + width);
            applicant.press("提交");
            assertThat(applicant.heading()).isEqualTo("提交成功");
        }
    }

    private void choose(Visitor applicant, String typed, String card) {
        applicant.open("/register/committee");
        applicant.page().getByLabel("小区名称或地址").fill(typed);
        applicant.press("查找");
        applicant
                .page()
                .locator("label.choice-card", new Page.LocatorOptions().setHasText(card))
                .first()
                .click();
        applicant.press("下一步：填写信息");
    }
}
