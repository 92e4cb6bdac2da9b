package org.maintenancefund.city.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.domain.ApplicationAgeing;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.Settings;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** 参数 as its pages show it, and what a change does to people. */
@IntegrationTest
@Transactional
class SettingPagesTest {

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ACommittee committees;

    @Autowired
    Applications applications;

    @Autowired
    ApplicationAgeing ageing;

    @Autowired
    Settings settings;

    @Autowired
    TravellingClock clock;

    private MvcTestResult save(Setting setting, String value, int version) {
        return pages.post(
                "/settings/" + setting,
                world.administrator(),
                Map.of("value", value, "version", Integer.toString(version)));
    }

    private Document page(Setting setting) {
        return pages.open("/settings/" + setting, world.administrator());
    }

    private static String row(Document list, Setting setting) {
        return list.select("tbody tr:has(a[href$=/settings/" + setting + "])").text();
    }

    @Test
    void theListHasEverySettingWithItsDefaultAndWhoChangedIt() {
        Document before = pages.open("/settings", world.administrator());
        assertThat(before.selectFirst("h1").text()).isEqualTo("节假日与参数");
        assertThat(before.select(".side-menu a[aria-current]").text()).contains("节假日与参数");
        for (Setting setting : Setting.values()) {
            assertThat(row(before, setting))
                    .contains(
                            setting.label(),
                            setting.words(settings.find(setting).orElse(null)))
                    .contains(setting.hasDefault() ? List.of("相同", "修改") : List.of("未设置", "由本市决定", "设置"));
        }

        assertThat(save(Setting.WORKING_DAYS, "７", 0))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/settings");

        assertThat(row(pages.open("/settings", world.administrator()), Setting.WORKING_DAYS))
                .contains("7 个工作日", world.administrator().personName(), "5 个工作日");
        assertThat(page(Setting.WORKING_DAYS).select(".timeline").text())
                .contains("修改参数", world.administrator().personName(), "5 个工作日 → 7 个工作日");
    }

    @ParameterizedTest
    @EnumSource
    void eachSettingHasAPageWithItsBounds(Setting setting) {
        Document page = page(setting);

        assertThat(page.selectFirst("h1").text()).isEqualTo(setting.label());
        assertThat(page.select("main .hint").text()).contains(setting.bounds());
        if (setting.answers().isEmpty()) {
            assertThat(page.select("input[name=value]").attr("value"))
                    .isEqualTo(settings.defaultOf(setting).orElse(""));
        } else {
            assertThat(page.select("input[type=radio][name=value]").eachAttr("value"))
                    .isEqualTo(setting.answers().stream().map(Object::toString).toList());
            assertThat(page.select("input[checked]")).isEmpty();
        }
        assertThat(page.select("main form[action$=restore]")).isEmpty();
    }

    @Test
    void whatHasNoDefaultIsSetByChoosingAndShowsNoWayBack() {
        assertThat(save(Setting.CHARGED_IN_WARRANTY, "", 0)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(save(Setting.CHARGED_IN_WARRANTY, "MAYBE", 0)).hasStatus(HttpStatus.BAD_REQUEST);

        assertThat(save(Setting.CHARGED_IN_WARRANTY, "NO", 0)).hasRedirectedUrl("/settings");

        assertThat(row(pages.open("/settings", world.administrator()), Setting.CHARGED_IN_WARRANTY))
                .contains("否", world.administrator().personName(), "修改")
                .doesNotContain("未设置");
        Document page = page(Setting.CHARGED_IN_WARRANTY);
        assertThat(page.select("input[checked]").attr("value")).isEqualTo("NO");
        assertThat(page.select("main form[action$=restore]")).isEmpty();
        assertThat(page.select(".timeline").text()).contains("未设置 → 否");
        assertThat(pages.post("/settings/CHARGED_IN_WARRANTY/restore", world.administrator(), Map.of("version", "1")))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "WORKING_DAYS, 0, 请填 1 到 30 之间的整数",
        "WORKING_DAYS, 31, 请填 1 到 30 之间的整数",
        "WORKING_DAYS, 5.5, 请填 1 到 30 之间的整数",
        "WORKING_DAYS, -1, 请填 1 到 30 之间的整数",
        "WORKING_DAYS, '', 请填 1 到 30 之间的整数",
        "WORKING_DAYS, 99999999999999999999, 请填 1 到 30 之间的整数",
        "CENTRE_PHONE, 1234567, 请在电话号码前加上区号",
        "CENTRE_NAME, 中, 至少",
        "REMITTANCE_DAY, 29, 请填 1 到 28 之间的整数",
        "REMITTANCE_DAY, '', 请填 1 到 28 之间的整数",
        "HIGHEST_AREA_RATE, 99, 请填 100 到 500 之间的整数",
    })
    void whatIsOutOfBoundsIsToldAtTheFieldAndKept(Setting setting, String typed, String told) {
        MvcTestResult result = save(setting, typed, 0);

        assertThat(result).hasStatus(HttpStatus.BAD_REQUEST);
        Document page = Pages.parse(result);
        assertThat(page.select(".field-error").text()).contains(told);
        assertThat(page.select("input[name=value]").attr("value")).isEqualTo(typed);
        assertThat(settings.find(setting)).isEqualTo(settings.defaultOf(setting));
    }

    @Test
    void whoComesSecondIsToldWhatHoldsAndMayInsist() {
        save(Setting.LAPSE_AFTER, "60", 0);

        MvcTestResult late = save(Setting.LAPSE_AFTER, "120", 0);

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        Document page = Pages.parse(late);
        assertThat(page.text()).contains("没有保存", "改为“60 天”");
        assertThat(page.select("input[name=value]").attr("value")).isEqualTo("120");
        assertThat(save(
                        Setting.LAPSE_AFTER,
                        "120",
                        Integer.parseInt(page.select("form:has([name=value]) input[name=version]")
                                .attr("value"))))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(settings.number(Setting.LAPSE_AFTER)).isEqualTo(120);
    }

    @Test
    void theDefaultComesBackUnlessItWasChangedMeanwhile() {
        save(Setting.PASSWORD_AGE, "90", 0);
        assertThat(page(Setting.PASSWORD_AGE).select("form[action$=restore]").text())
                .contains("恢复默认值（不要求更换）");

        String restore = "/settings/PASSWORD_AGE/restore";
        assertThat(pages.post(restore, world.administrator(), Map.of("version", "7")))
                .hasRedirectedUrl("/settings/PASSWORD_AGE");
        assertThat(settings.number(Setting.PASSWORD_AGE)).isEqualTo(90);
        assertThat(pages.post(restore, world.administrator(), Map.of("version", "1")))
                .hasRedirectedUrl("/settings");

        assertThat(settings.number(Setting.PASSWORD_AGE)).isZero();
        assertThat(page(Setting.PASSWORD_AGE).select(".timeline").text()).contains("恢复参数默认值", "90 天 → 不要求更换");
    }

    @Test
    void whatIsNoSettingIsNotFound() {
        assertThat(pages.get("/settings/NOTHING", world.administrator())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/settings/holidays", world.administrator())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(pages.get("/settings", world.municipal())).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void namesAndTelephoneStandOnEveryPageAtOnce() {
        save(Setting.CENTRE_PHONE, "(0000) 80801234", 0);
        save(Setting.CENTRE_NAME, "云州市房屋维修资金中心", 0);
        save(Setting.OFFICE_HOURS, "工作日 8:30–17:00", 0);
        save(Setting.SECTION_NAME, "资金科", 0);

        assertThat(pages.open("/", world.administrator()).text())
                .contains("0000-80801234", "云州市房屋维修资金中心", "工作日 8:30–17:00", "市管理中心资金科");
    }

    /** People were told the old one when they submitted. */
    @Test
    void otherWorkingDaysHoldForWhatIsSubmittedFromNowOn() {
        LocalDate monday = LocalDate.of(2026, 11, 2);
        clock.at(monday.atTime(9, 0).atZone(clock.getZone()).toInstant(), () -> {
            ApplicationNumber before = committees.submitted(world.area("先交院"), "先交院业主委员会");
            save(Setting.WORKING_DAYS, "10", 0);
            ApplicationNumber after = committees.submitted(world.area("后交院"), "后交院业主委员会");

            assertThat(due(before)).isEqualTo(LocalDate.of(2026, 11, 9));
            assertThat(due(after)).isEqualTo(LocalDate.of(2026, 11, 16));
        });
        assertThat(pages.open("/", world.administrator()).text()).contains("一般 10 个工作日内完成");
    }

    /** A day that people were told is not taken from them. */
    @Test
    void aShorterTimeToMendHoldsForWhatIsReturnedFromNowOn() {
        ApplicationNumber returned = clock.at(clock.instant().minus(Duration.ofDays(40)), () -> {
            ApplicationNumber number = committees.submitted(world.area("先退院"), "先退院业主委员会");
            committees.decided(number, ReviewAction.RETURN, world.clerk());
            return number;
        });
        LocalDate told =
                applications.forReview(ACommittee.KIND, returned, world.clerk()).reviseBy();

        save(Setting.LAPSE_AFTER, "30", 0);
        ageing.lapseUntouched();

        assertThat(told).isEqualTo(LocalDate.now(clock).plusDays(50));
        assertThat(applications
                        .forReview(ACommittee.KIND, returned, world.clerk())
                        .reviseBy())
                .isEqualTo(told);
        ApplicationNumber later = committees.submitted(world.area("后退院"), "后退院业主委员会");
        committees.decided(later, ReviewAction.RETURN, world.clerk());
        assertThat(applications.forReview(ACommittee.KIND, later, world.clerk()).reviseBy())
                .isEqualTo(LocalDate.now(clock).plusDays(30));
    }

    private LocalDate due(ApplicationNumber number) {
        return applications.forReview(ACommittee.KIND, number, world.clerk()).dueOn();
    }
}
