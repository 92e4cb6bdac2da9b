package org.maintenancefund.home;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.test.DemoCityTest;
import org.maintenancefund.web.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DemoCityTest
class HomePageTest {

    private static final RequestPostProcessor STRANGER = request -> request;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void theTitleIsTheSystemsNameAlone() throws Exception {
        Document page = open("/", STRANGER);
        assertThat(page.title()).isEqualTo("物业专项维修资金信息管理系统");
        assertThat(page.select("h1").text()).isEqualTo("在线办理维修资金相关注册与管理");
    }

    @Test
    void theTilesLeadToWhatWorks() throws Exception {
        assertThat(open("/", STRANGER).select(".tile-title").eachText())
                .containsExactly("物管企业注册", "业委会注册", "用户名查询", "维修资金查询", "登录");
        assertThat(open("/", STRANGER).select(".tile").eachAttr("href"))
                .containsExactly("/register/enterprise", "/register/committee", "/username-lookup", "/fund", "/login");
    }

    @Test
    void whoIsSignedInGoesOnToTheWorkbench() throws Exception {
        Document page = open("/", Visitors.signedIn(Role.DISTRICT_STAFF));
        assertThat(page.select(".tile-main").attr("href")).isEqualTo("/workbench");
    }

    @Test
    void theProgressOfAnApplicationCanBeAskedForRightHere() throws Exception {
        Element form = open("/", STRANGER).selectFirst("form[action=/progress]");
        assertThat(form.attr("method")).isEqualTo("post");
        assertThat(form.select("label[for=number]").text()).isEqualTo("受理编号");
        assertThat(form.select("label[for=mobile]").text()).isEqualTo("联系人手机号码");
        assertThat(form.select("input[name=_csrf]").val()).isNotBlank();
        assertThat(form.select("button").text()).isEqualTo("查询进度");
    }

    @Test
    void noLinkOfTheHomePageIsDead() throws Exception {
        for (Element link : open("/", STRANGER).select("a[href^=/]")) {
            int status =
                    mvc.get().uri(link.attr("href")).exchange().getResponse().getStatus();
            assertThat(status).as(link.attr("href")).isLessThan(400);
        }
    }

    @Test
    void theCentresStandWithTelephoneAddressAndStreets() throws Exception {
        Document page = open("/centres", STRANGER);
        assertThat(page.title()).isEqualTo("区中心联系方式 - 物业专项维修资金信息管理系统");
        assertThat(page.select("tbody tr")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(page.select("tbody tr").text()).contains("东湖区维修资金管理中心", "0000-22334455", "望湖街道");
        assertThat(page.select("main").text()).contains("市管理中心归集使用科");
    }

    @Test
    void whatIsDoneWithWhatPeopleTypeIsSaidWithItsTimes() throws Exception {
        Document page = open("/privacy", STRANGER);

        assertThat(page.select("h1").text()).isEqualTo("隐私与信息保护");
        assertThat(page.select("main").text()).contains("保留 24 小时", "保留 30 天", "90 天后失效", "2 年后删除");
    }

    @Test
    void forWhomThePagesAreMadeIsSaid() throws Exception {
        Document page = open("/accessibility", STRANGER);

        assertThat(page.title()).isEqualTo("无障碍声明 - 物业专项维修资金信息管理系统");
        assertThat(page.select("main").text()).contains("大字版", "WCAG 2.2");
    }

    @Test
    void theFooterLeadsToBothAndItsTelephoneIsDialled() throws Exception {
        Element footer = open("/", STRANGER).selectFirst("footer");

        assertThat(footer.select("a").eachAttr("href")).contains("/privacy", "/accessibility", "/centres");
        assertThat(footer.select("a[href^=tel:]").text()).matches("0\\d{2,3}-\\d{7,8}");
    }

    private Document open(String address, RequestPostProcessor visitor) throws Exception {
        return Jsoup.parse(
                mvc.get().uri(address).with(visitor).exchange().getResponse().getContentAsString());
    }
}
