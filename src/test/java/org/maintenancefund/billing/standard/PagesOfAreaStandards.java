package org.maintenancefund.billing.standard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.Applications;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.city.Setting;
import org.maintenancefund.city.domain.SettingService;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.World;
import org.maintenancefund.unit.UnitUse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** A committee that applies for 收取标准 of its area in a city that has its own, by pages alone. */
@IntegrationTest
@Transactional
abstract class PagesOfAreaStandards {

    static final String OWN = "/charge-standards/own";
    static final String NEW = OWN + "/new";
    static final String APPLICATIONS = OWN + "/applications/";
    static final String REVIEWS = "/charge-standards/reviews/";

    @Autowired
    Pages pages;

    @Autowired
    World world;

    @Autowired
    AChargeStandard aStandard;

    @Autowired
    ChargeStandards standards;

    @Autowired
    SettingService settings;

    @Autowired
    Applications applications;

    @Autowired
    TravellingClock clock;

    AreaId area;
    CommitteeView committee;
    CurrentUser applicant;
    YearMonth next;
    String form = NEW;

    @BeforeEach
    void aCityWithStandardsAndACommittee() {
        area = world.area("听雨轩");
        committee = world.committee(area, "听雨轩业主委员会");
        applicant = world.personOf(committee);
        next = YearMonth.from(world.today()).plusMonths(1);
        aStandard.noneOfTheCity();
        aStandard.ofCity(UnitUse.RESIDENTIAL, true, "0.25", next.minusMonths(1));
        aStandard.ofCity(UnitUse.RESIDENTIAL, false, "0.20", next.minusMonths(1));
        settings.save(Setting.HIGHEST_AREA_RATE, "150", 0, world.administrator());
    }

    Map<String, String> filled() {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("use", "RESIDENTIAL");
        typed.put("lift", "BOTH");
        typed.put("rate", "0.30");
        typed.put("from", next.plusMonths(1).toString());
        typed.put("document", "业主大会 2026 年第 2 号决定");
        typed.put("remark", "用于电梯更新");
        return typed;
    }

    Map<String, String> with(String field, String value) {
        Map<String, String> typed = filled();
        typed.put(field, value);
        return typed;
    }

    String error(Map<String, String> typed, String field) {
        MvcTestResult result = pages.post(NEW, applicant, typed);
        assertThat(result).hasStatus(400);
        return Pages.parse(result).select("#" + field + "-error").text();
    }

    String check() {
        return form.replace("/new", "/new/check");
    }

    Document checked(Map<String, String> typed) {
        String next = Pages.redirected(pages.post(form, applicant, typed));
        assertThat(next).contains("/new/check?draft=");
        form = next.replace("/new/check", "/new");
        return pages.open(next, applicant);
    }

    ApplicationNumber sent(Map<String, String> typed) {
        checked(typed);
        String next = Pages.redirected(pages.post(check(), applicant, Map.of()));
        assertThat(next).startsWith(APPLICATIONS + "SB");
        form = NEW;
        return new ApplicationNumber(next.substring(APPLICATIONS.length()));
    }

    MvcTestResult decide(ApplicationNumber number, Map<String, String> decision) {
        Map<String, String> sent = new HashMap<>(decision);
        int version = applications
                .forReview(AreaStandardDefinition.KIND, number, world.clerk())
                .version();
        sent.put("version", Integer.toString(version));
        return pages.post(REVIEWS + number, world.clerk(), sent);
    }

    Rate rate(boolean lift, YearMonth month) {
        return standards
                .at(area, UnitUse.RESIDENTIAL, lift, month)
                .orElseThrow()
                .rate();
    }
}
