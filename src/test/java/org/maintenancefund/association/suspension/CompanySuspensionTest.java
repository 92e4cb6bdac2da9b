package org.maintenancefund.association.suspension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.Operators;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AnAssociation;
import org.maintenancefund.association.Associations;
import org.maintenancefund.city.MunicipalCentre;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.demo.TravellingClock;
import org.maintenancefund.enterprise.Enterprises;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.Offices;
import org.maintenancefund.office.domain.OfficeService;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** 停用 and 启用 of a company and of an office: what rests at once, and that everything comes back as it was. */
@IntegrationTest
class CompanySuspensionTest {

    @Autowired
    World world;

    @Autowired
    World elsewhere;

    @Autowired
    Pages pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Operators operators;

    @Autowired
    Enterprises enterprises;

    @Autowired
    Offices offices;

    @Autowired
    OfficeService keeping;

    @Autowired
    Associations associations;

    @Autowired
    AnAssociation association;

    @Autowired
    TravellingClock clock;

    private SuspendedCompany city;
    private AreaId area;
    private CommitteeView committee;
    private String address;

    @BeforeEach
    void aCompanyThatManagesAnArea() {
        city = new SuspendedCompany(mvc, operators, world);
        area = world.area("停歇花园");
        committee = world.committee(area, "停歇花园业主委员会");
        address = "/enterprises/" + city.company;
        LocalDate today = world.today();
        association.decided(
                association.submitted(committee, city.company, city.office, today, today.plusYears(1)),
                ReviewAction.APPROVE,
                city.clerk);
    }

    @Test
    void whatItMeansIsShownFirstByName() {
        Document page = pages.open(address + "/disable", city.clerk);

        assertThat(page.select("h1").text()).isEqualTo("停用物业服务企业");
        assertThat(page.select(".summary-list dt").eachText())
                .containsExactly("本企业的用户（1 位）", "小区管理处（1 个）", "停用期间不起作用的关联（1 个）");
        assertThat(page.select(".summary-list dd").text())
                .contains("施文雅 " + city.ofCompany, "停歇管理处：1 位用户，施文雅 " + city.ofOffice, "停歇花园（", "：停歇管理处，到 ");
        assertThat(page.select("main form button").eachText()).containsExactly("确认停用");
    }

    @Test
    void aReasonIsAskedForAndKept() {
        MvcTestResult refused = pages.post(address + "/disable", city.clerk, Map.of("reason", "　"));
        assertThat(refused).hasStatus(400);
        assertThat(Pages.parse(refused).select("#reason-error").text()).isNotEmpty();
        assertThat(enterprises.get(city.company).isActive()).isTrue();

        assertThat(pages.post(address + "/disable", city.clerk, Map.of("reason", "资质证书过期")))
                .hasStatus(303)
                .hasRedirectedUrl(address);

        Document page = pages.open(address, city.clerk);
        assertThat(page.select(".notice").text()).contains("企业已停用", "陈晓梅", "原因：资质证书过期");
        assertThat(page.select(".timeline li").first().text()).contains("停用物业服务企业", "状态：正常 → 已停用", "原因：资质证书过期");
        assertThat(page.select(".identity-bar .btn").eachText()).containsExactly("启用");
    }

    @Test
    void whoIsSignedInIsOutAtTheNextRequestAndComesInAgainAfterwards() {
        Cookie company = SuspendedCompany.session(city.signIn(city.ofCompany));
        Cookie office = SuspendedCompany.session(city.signIn(city.ofOffice));
        assertThat(city.open("/my/areas", company)).hasStatusOk().bodyText().contains("停歇花园");
        assertThat(city.open("/my/areas", office)).hasStatusOk().bodyText().contains("停歇花园");

        enterprises.disable(city.company, "停业整顿", city.clerk);

        for (Cookie session : List.of(company, office)) {
            assertThat(city.open("/my/areas", session))
                    .hasStatus3xxRedirection()
                    .redirectedUrl()
                    .endsWith("/login");
        }
        assertThat(associations.manages(city.company.ref(), area)).isFalse();
        assertThat(associations.areasOf(city.office.ref())).isEmpty();

        enterprises.enable(city.company, "整顿完成");

        for (String username : List.of(city.ofCompany, city.ofOffice)) {
            Cookie again = SuspendedCompany.session(city.signIn(username));
            assertThat(city.open("/my/areas", again)).hasStatusOk().bodyText().contains("停歇花园");
        }
        assertThat(associations.manages(city.company.ref(), area)).isTrue();
    }

    @Test
    void whyIsToldToWhoKnowsThePasswordOnly() {
        enterprises.disable(city.company, "停业整顿", city.clerk);

        for (String username : List.of(city.ofCompany, city.ofOffice)) {
            assertThat(city.signIn(username))
                    .hasStatus(400)
                    .bodyText()
                    .contains("您所属的物业服务企业已被区中心停用")
                    .doesNotContain("停业整顿");
            assertThat(city.signIn(username, "a wrong long evening"))
                    .hasStatus(400)
                    .bodyText()
                    .contains("用户名或密码不正确")
                    .doesNotContain("停用");
        }
    }

    @Test
    void anOfficeThatItsCompanyDisabledStaysDisabledWhenTheCompanyIsBack() {
        Cookie office = SuspendedCompany.session(city.signIn(city.ofOffice));
        keeping.disable(city.office, city.companyPerson);
        assertThat(city.open("/my/areas", office))
                .hasStatus3xxRedirection()
                .redirectedUrl()
                .endsWith("/login");
        assertThat(city.signIn(city.ofOffice)).bodyText().contains("您所属的小区管理处已被停用");
        assertThat(city.signIn(city.ofCompany)).hasStatus3xxRedirection();

        enterprises.disable(city.company, "停业整顿", city.clerk);
        enterprises.enable(city.company, "整顿完成");

        assertThat(city.signIn(city.ofCompany)).hasStatus3xxRedirection();
        assertThat(city.signIn(city.ofOffice)).bodyText().contains("您所属的小区管理处已被停用");
        keeping.enable(city.office, city.companyPerson);
        assertThat(city.signIn(city.ofOffice)).hasStatus3xxRedirection();
    }

    @Test
    void nobodyCanChooseItAndWhatWaitsCantBeApproved() {
        AreaId other = world.area("等候花园");
        CommitteeView waiting = world.committee(other, "等候花园业主委员会");
        LocalDate today = world.today();
        OfficeId second = offices.open(city.officeNamed("第二管理处"), city.companyPerson);
        var number = association.submitted(waiting, city.company, second, today, today.plusYears(1));
        enterprises.disable(city.company, "停业整顿", city.clerk);

        assertThatThrownBy(() -> association.decided(number, ReviewAction.APPROVE, city.clerk))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason().code()).isEqualTo("association.enterprise.gone"));
        assertThatThrownBy(() -> offices.open(city.officeNamed("第三管理处"), city.companyPerson))
                .isInstanceOf(Refusal.class);

        enterprises.enable(city.company, "整顿完成");
        association.decided(number, ReviewAction.APPROVE, city.clerk);
        assertThat(associations.areasOf(second.ref())).containsExactly(other);
    }

    @Test
    void whoComesSecondIsToldWhoWasFirst() {
        enterprises.disable(city.company, "停业整顿", city.clerk);

        MvcTestResult second = pages.post(address + "/disable", city.clerk, Map.of("reason", "再停一次"));
        assertThat(second).hasStatus(409);
        assertThat(Pages.parse(second).select("main").text()).contains("这家企业已经停用", "陈晓梅", "原因：停业整顿");
        assertThat(Pages.parse(second).select("main form")).isEmpty();

        assertThat(pages.post(address + "/enable", city.clerk, Map.of("reason", "整顿完成")))
                .hasStatus(303);
        assertThat(pages.post(address + "/enable", city.clerk, Map.of("reason", "整顿完成")))
                .hasStatus(409);
        assertThat(pages.open(address + "/enable", city.clerk).select("main").text())
                .contains("这家企业没有停用");
    }

    @Test
    void whoDependsOnItSeesThatItRests() {
        CurrentUser member = SignedIn.person(
                "王建国", Role.COMMITTEE_OPERATOR, committee.id().ref(), committee.name(), committee.district());
        assertThat(pages.open("/associations", member).select(".summary-list").text())
                .doesNotContain("停用");

        enterprises.disable(city.company, "停业整顿", city.clerk);

        assertThat(pages.open("/associations", member).select(".summary-list").text())
                .contains("（企业已停用） · 停歇管理处");
        Document company = pages.open(address, city.clerk);
        assertThat(company.select("tbody").text()).contains("停用期间不起作用");
        String person = company.select("tbody a[href^=/operators/]").attr("href");
        assertThat(pages.open(person, city.clerk).select(".notice").text()).contains("所属机构已停用，这个账号暂时不能登录");
        assertThat(pages.open("/areas/" + area, city.clerk)
                        .select(".summary-list a")
                        .text())
                .contains("（企业已停用） · 停歇管理处");
    }

    @Test
    void aCompanyOfAnotherDistrictIsNamedOnTheAreasPageButNotLinked() {
        SuspendedCompany there = new SuspendedCompany(mvc, operators, elsewhere);
        AreaId here = world.area("跨区花园");
        CommitteeView crossing = world.committee(here, "跨区花园业主委员会");
        LocalDate today = world.today();
        association.decided(
                association.submitted(crossing, there.company, null, today, today.plusYears(1)),
                ReviewAction.APPROVE,
                city.clerk);
        String link = "a[href=/enterprises/" + there.company + "]";

        assertThat(pages.get("/enterprises/" + there.company, city.clerk)).hasStatus(404);
        Document page = pages.open("/areas/" + here, city.clerk);
        assertThat(page.select("main").text())
                .contains(enterprises.get(there.company).name());
        assertThat(page.select(link)).isEmpty();
        CurrentUser municipal = SignedIn.person("方归集", Role.MUNICIPAL_STAFF, MunicipalCentre.REF, "市管理中心", null);
        assertThat(pages.open("/areas/" + here, municipal).select(link)).hasSize(1);
        assertThat(pages.open("/enterprises/" + there.company, there.clerk).select("tbody a[href=/areas/" + here + "]"))
                .isEmpty();
    }

    @Test
    void thePagesOfCompanyAndOfficeShowTheAreasAndTheirPapers() {
        Document company = pages.open(address, city.clerk);
        assertThat(company.select("tbody tr").text()).contains("停歇花园", "停歇管理处", "有效");
        assertThat(company.select("tbody a").eachAttr("href"))
                .contains("/areas/" + area, "/offices/" + city.office)
                .anyMatch(href -> href.startsWith("/associations/reviews/GL"));
        clock.at(
                world.today().plusYears(2).atTime(9, 0).atZone(clock.getZone()).toInstant(),
                () -> assertThat(pages.open("/offices/" + city.office, city.clerk)
                                .select("main .panel > h2")
                                .eachText())
                        .contains("所管物业区域（0）", "曾管物业区域（1）"));
    }
}
