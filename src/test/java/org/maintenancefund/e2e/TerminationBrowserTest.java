package org.maintenancefund.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maintenancefund.e2e.Steps.OWN_PASSWORD;
import static org.maintenancefund.e2e.Steps.activate;
import static org.maintenancefund.e2e.Steps.openReview;
import static org.maintenancefund.e2e.Steps.see;
import static org.maintenancefund.e2e.Steps.signedIn;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.IssuedAccount;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AnArea;
import org.maintenancefund.association.ATermination;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * A committee parts from its company: it applies, the district approves, the company doesn't see the area any more; ten days later
 * another one begins, and everybody reads who managed it when.
 */
@Lengthy
@DemoCityTest
class TerminationBrowserTest {

    private static final String REVIEWS = "/associations/terminations/reviews";

    @LocalServerPort
    private int port;

    @Autowired
    World world;

    @Autowired
    Districts districts;

    @Autowired
    Operators operators;

    @Autowired
    Associations associations;

    @Autowired
    ATermination terminations;

    @Autowired
    TravellingClock clock;

    @ParameterizedTest
    @EnumSource
    void aCommitteePartsFromItsCompanyAndAnotherOneFollows(Width width) {
        String area = "晚枫" + (width == Width.PHONE ? "小院" : "大院");
        LocalDate today = world.today();
        CommitteeView committee = managedByTheDemosCompany(area);
        String username = "parts" + width.name().toLowerCase(Locale.ROOT);
        IssuedAccount account =
                world.account(committee.id().ref(), Role.COMMITTEE_OPERATOR, "王建国", "13900008802", username);
        activate(port, width, new Steps.Slip(username, account.activationCode().value()));
        String next = "云州" + area + "接手物业有限公司";
        world.company(next, centre());

        String number = applyForTheEnd(width, username, today);
        approve(width, REVIEWS, committee.name(), "termination-review-" + width);

        try (Visitor company = signedIn(port, width, "demo-enterprise")) {
            company.open("/my/areas?text=" + area);
            assertThat(company.page().locator("main").innerText()).contains("没有查到符合条件的小区");
            company.open("/messages");
            assertThat(company.page().locator("main").innerText())
                    .contains("关联到 " + today.minusDays(1) + " 为止：" + area);
        }
        associate(width, username, next, today.plusDays(10));
        approve(width, "/associations/reviews", committee.name(), null);

        String nobody = today + " 至 " + today.plusDays(9);
        try (Visitor person = signedIn(port, width, username, OWN_PASSWORD)) {
            person.open("/associations");
            assertThat(person.page().locator("main").innerText()).contains("无管理单位", nobody, next, number, "已解除");
            see(person, "termination-own-" + width);
            person.open("/my/committee");
            assertThat(person.page().locator("main").innerText()).contains("谁管理过", nobody);
        }
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            clerk.open("/associations/register?q=" + area);
            assertThat(clerk.page().locator("main").innerText()).contains(next, "尚未生效");
            see(clerk, "association-register-" + width);
            // The filter's chip is a link with the area's name too.
            clerk.page().locator(".card-title a").first().click();
            assertThat(clerk.page().locator("main").innerText()).contains("谁管理过", "无管理单位", nobody, next);
            see(clerk, "association-history-" + width);
            assertThat(clerk.page().locator("main").innerText()).contains(number);
            clerk.follow("已解除");
            assertThat(clerk.page().locator("main").innerText()).contains("已通过", "双方协商解除");
        }
    }

    @Test
    void itsPapersAreASheetEach() {
        CommitteeView committee = managedByTheDemosCompany("晚枫别院");
        AssociationView right = associations.of(committee.id()).get(0);
        ApplicationNumber number =
                terminations.submitted(committee, right, world.today().plusDays(70));
        String address = REVIEWS + "/" + number + "/print";

        try (Visitor clerk = signedIn(port, Width.DESKTOP, "demo-district")) {
            print(clerk, address, "form", "关联解除申请表").has(1, number.value(), "签字盖章", "打印时间", "电话");
            print(clerk, address + "/review", "review", "关联解除审核表").has(1, number.value(), "系统比对", "审核意见", "打印时间");
            print(clerk, address + "/acceptance", "acceptance", "关联解除受理通知书")
                    .has(1, number.value(), "应办结日期", "签收人", "打印时间");
            terminations.decided(number, ReviewAction.RETURN, world.clerkOf(centre().id()));
            print(clerk, address + "/return", "return", "关联解除退回通知书").has(1, number.value(), "修改期限", "签收人", "打印时间");
        }
    }

    private static PrintedPaper print(Visitor clerk, String address, String kind, String title) {
        clerk.open(address);
        assertThat(clerk.heading()).isEqualTo(title);
        return PrintedPaper.of(clerk, kind + "-termination");
    }

    private DistrictCentre centre() {
        return districts.byCode("DH").orElseThrow();
    }

    private CommitteeView managedByTheDemosCompany(String area) {
        CommitteeView committee = world.committee(
                world.area(AnArea.named(area).in(centre().streets().get(0).id())), area + "业主委员会");
        EnterpriseId company = EnterpriseId.of(
                operators.findByUsername("demo-enterprise").orElseThrow().organisation());
        // Approved two months ago: a right that ends on the day on which it began never was one.
        clock.at(clock.instant().minus(Duration.ofDays(60)), () -> {
            world.association(
                    committee,
                    company,
                    null,
                    world.today().minusYears(1),
                    world.today().plusYears(1));
        });
        return committee;
    }

    private String applyForTheEnd(Width width, String username, LocalDate day) {
        try (Visitor person = signedIn(port, width, username, OWN_PASSWORD)) {
            person.open("/associations");
            see(person, "termination-before-" + width);
            person.follow("申请解除当前关联");
            assertThat(person.heading()).isEqualTo("申请解除关联");
            person.fill("解除日期", day.toString());
            person.press("下一步：核对信息");
            assertThat(person.page().locator(".error-summary").innerText()).contains("请选择解除原因", "请至少填写一种纸质材料的份数");
            see(person, "termination-errors-" + width);
            person.page().getByLabel("双方协商解除").check();
            person.page().getByLabel("份数").first().fill("1");
            see(person, "termination-form-" + width);
            person.press("下一步：核对信息");
            assertThat(person.page().locator("#consequences").innerText()).contains("本小区没有管理单位");
            see(person, "termination-check-" + width);
            person.press("提交");
            assertThat(person.page().locator(".notice").first().innerText()).contains("提交成功");
            see(person, "termination-sent-" + width);
            String address = person.page().url();
            return address.substring(address.lastIndexOf('/') + 1);
        }
    }

    private void associate(Width width, String username, String company, LocalDate start) {
        try (Visitor person = signedIn(port, width, username, OWN_PASSWORD)) {
            person.open("/associations/new");
            person.fill("物业服务企业", company);
            person.press("查找");
            person.page().getByLabel(company).first().check();
            person.press("下一步：填写信息");
            person.page().locator("input[name=target][value=ENTERPRISE]").check();
            person.fill("合同起始日期", start.toString());
            person.fill("合同终止日期", start.plusYears(2).toString());
            person.page().getByLabel("份数").first().fill("1");
            person.press("下一步：核对信息");
            person.press("提交");
            assertThat(person.page().locator(".notice").first().innerText()).contains("提交成功");
        }
    }

    private void approve(Width width, String queue, String title, String picture) {
        try (Visitor clerk = signedIn(port, width, "demo-district")) {
            openReview(clerk, queue, title, null);
            if (picture != null) {
                assertThat(clerk.page().locator(".findings").innerText()).contains("本小区没有管理单位");
                see(clerk, picture);
            }
            clerk.page().locator("input[name=result][value=APPROVE]").check();
            clerk.page().locator("[data-paper] input[value=RECEIVED]").all().forEach(Locator::check);
            clerk.press("提交审核结果");
            assertThat(clerk.page().locator(".notice").first().innerText()).contains("已通过");
        }
    }
}
