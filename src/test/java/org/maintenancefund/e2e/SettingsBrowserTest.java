package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.Holidays;
import org.maintenancefund.city.Settings;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The administrator puts in next year's holidays and a due date moves, and changes what holds and whom people call; through a
 * browser at both widths.
 */
@Lengthy
@DemoCityTest
class SettingsBrowserTest {

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    ACommittee committees;

    @Autowired
    Districts districts;

    @Autowired
    TravellingClock clock;

    @Autowired
    Settings settings;

    @Autowired
    Holidays holidays;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    /** Others walk through the same city. */
    @AfterEach
    void asItWas() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            settings.readPastTheMemoryUntilTheEnd();
            holidays.readPastTheMemoryUntilTheEnd();
            jdbc.sql("DELETE FROM setting").update();
            jdbc.sql("DELETE FROM holiday_year").update();
        });
    }

    /** Submitted in the last days of this year, so that it is due in the first ones of the next. */
    private ApplicationNumber submittedAtTheEndOf(int year, Width width) {
        LocalDate day = LocalDate.of(year, 12, 28);
        return clock.at(
                day.atTime(9, 0).atZone(clock.getZone()).toInstant(),
                () -> committees.submitted(
                        world.area(AnArea.named("岁末" + width + "号院")
                                .in(districts
                                        .byCode("DH")
                                        .orElseThrow()
                                        .streets()
                                        .get(0)
                                        .id())),
                        "岁末" + width + "号院业主委员会"));
    }

    @ParameterizedTest
    @EnumSource
    void nextYearsHolidaysArePutInAndADueDateMoves(Width width) {
        int year = LocalDate.now(clock).getYear() + 1;
        ApplicationNumber number = submittedAtTheEndOf(year - 1, width);
        try (Visitor clerk = signedIn(port, width, "demo-district");
                Visitor administrator = signedIn(port, width, "demo-admin")) {
            String review = "/committees/reviews/" + number;
            clerk.open(review);
            String before = clerk.page().locator(".identity-bar").innerText();
            assertThat(before).contains(year + "-01-0", "还没有录入，期限只按周末推算");

            administrator.open("/settings");
            assertThat(administrator.heading()).isEqualTo("节假日与参数");
            see(administrator, "settings-" + width);
            administrator
                    .page()
                    .locator("#holidays a[href$='/" + year + "/edit']")
                    .click();
            assertThat(administrator.heading()).isEqualTo("录入 " + year + " 年节假日");
            administrator.fill("放假和调休上班", "国务院办公厅通知\n元旦：1月1日至10日放假，共3天。");
            administrator.press("下一步：核对");
            assertThat(administrator.page().title()).startsWith("错误：录入");
            assertThat(administrator.page().locator("main").innerText())
                    .contains("第 1 行“国务院办公厅通知”：没有看懂", "写的是共 3 天，但从开始到结束是 10 天");
            see(administrator, "settings-holidays-faults-" + width);
            administrator.fill("放假和调休上班", "元旦：1月1日至10日放假，共10天。\n" + year + "-10-01 至 " + year + "-10-07 国庆节");
            administrator.press("下一步：核对");
            assertThat(administrator.heading()).isEqualTo("核对 " + year + " 年节假日");
            assertThat(administrator.page().locator("main").innerText()).contains("办理期限会随之变动");
            see(administrator, "settings-holidays-check-" + width);
            administrator.press("返回修改");
            assertThat(administrator.page().locator("textarea").inputValue()).contains("国庆节");
            administrator.press("下一步：核对");
            administrator.press("确认保存");
            assertThat(administrator.page().locator(".notice-success").innerText())
                    .contains("已保存 " + year + " 年的节假日", "办理期限随之变动");
            see(administrator, "settings-holidays-" + width);

            clerk.open(review);
            assertThat(clerk.page().locator(".identity-bar").innerText())
                    .contains(year + "-01-1")
                    .doesNotContain("还没有录入");

            administrator.follow("恢复默认值");
            see(administrator, "settings-holidays-restore-" + width);
            administrator.press("确认恢复");
            assertThat(administrator.page().locator(".notice-success").innerText())
                    .contains("办理期限随之变动");
            clerk.open(review);
            assertThat(clerk.page().locator(".identity-bar").innerText()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void workingDaysAndATelephoneAreChanged(Width width) {
        try (Visitor administrator = signedIn(port, width, "demo-admin");
                Visitor citizen = Browser.visitor(port, width)) {
            administrator.open("/settings");
            administrator
                    .page()
                    .locator("td.card-title a", new Page.LocatorOptions().setHasText("审核期限"))
                    .click();
            assertThat(administrator.heading()).isEqualTo("审核期限");
            administrator.fill("审核期限（个工作日）", "50");
            administrator.press("保存");
            assertThat(administrator.page().locator(".error-summary").innerText())
                    .contains("请填 1 到 30 之间的整数");
            see(administrator, "settings-value-" + width);
            administrator.fill("审核期限（个工作日）", "7");
            administrator.press("保存");
            assertThat(administrator.page().locator(".notice-success").innerText())
                    .contains("已保存“审核期限”：7 个工作日");

            administrator.open("/settings/CENTRE_PHONE");
            administrator.fill("业务咨询电话", "0000-88007700");
            administrator.press("保存");

            citizen.open("/");
            assertThat(citizen.page().locator("main").innerText()).contains("0000-88007700", "一般 7 个工作日内完成");
            assertThat(citizen.page().locator("footer").innerText()).contains("0000-88007700");

            administrator.open("/settings/CENTRE_PHONE");
            see(administrator, "settings-phone-" + width);
            administrator.press("恢复默认值（0000-88006600）");
            citizen.open("/");
            assertThat(citizen.page().content()).doesNotContain("0000-88007700");
        }
    }
}
