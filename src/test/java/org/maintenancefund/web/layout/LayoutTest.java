package org.maintenancefund.web.layout;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.web.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

@IntegrationTest
class LayoutTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Layout layout;

    @ParameterizedTest
    @EnumSource
    void everyRoleSeesItsNameItsOrganisationAndItsMenu(Role role) throws Exception {
        Document page = open("/account/password", Visitors.signedIn(role));
        // The municipal centre is called as its setting says.
        String organisation =
                role.organisation() == OrgType.MUNICIPAL_CENTRE ? layout.site().centreName() : "某某单位";
        assertThat(page.select(".site-header").text()).contains("王建国", organisation, "退出登录");
        assertThat(page.select("nav[aria-label=系统菜单] a[aria-current=page]").text())
                .isEqualTo("密码修改");
        assertThat(page.select(".breadcrumb-bar li").eachText()).containsExactly("当前位置：首页", "系统管理", "用户管理", "密码修改");
    }

    @Test
    void aSessionWithTheInitialPasswordSeesNoNameNoOrganisationAndNoMenu() throws Exception {
        Document page = open("/account/password", Visitors.restricted(Role.COMMITTEE_OPERATOR));
        assertThat(page.text()).doesNotContain("王建国", "wangjg", "某某单位", "工作台");
        assertThat(page.select("nav[aria-label=系统菜单], .menu-phone, .breadcrumb-bar, a.page-help"))
                .isEmpty();
        assertThat(page.select("form[action=/logout] button").text()).isEqualTo("退出登录");
    }

    @Test
    void everyPageStartsWithAWayToItsContentAndHasOneHeading() throws Exception {
        for (String address : new String[] {"/", "/centres", "/login"}) {
            Document page = open(address, request -> request);
            assertThat(page.select("body > a:first-child").attr("href")).isEqualTo("#main");
            assertThat(page.select("main#main[tabindex=-1] h1")).hasSize(1);
            assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
            assertThat(page.select("[style], [onclick], script:not([src])")).isEmpty();
        }
    }

    /** The browsers of many offices have two engines; the old one knows no @supports, by which the sentence is hidden. */
    @Test
    void theOldEngineIsSentToTheModernOne() throws Exception {
        Document page = open("/centres", request -> request);
        assertThat(page.select("meta[name=renderer]").attr("content")).isEqualTo("webkit");
        assertThat(page.select("meta[name=force-rendering]").attr("content")).isEqualTo("webkit");
        assertThat(page.select("meta[http-equiv=X-UA-Compatible]").attr("content"))
                .startsWith("IE=edge");
        assertThat(page.select("body > p.old-engine").text()).contains("极速模式");
        String css = new ClassPathResource("static/css/base.css").getContentAsString(StandardCharsets.UTF_8);
        assertThat(css).containsPattern("@supports [^}]*\\.old-engine \\{ display: none; }");
    }

    @Test
    void pagingAndExportKeepWhatWasTyped() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/areas");
        request.setParameter("text", "[一期]{x}|a+b&c=d");
        request.setParameter("after", "K1");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        try {
            for (String address : List.of(layout.export(), layout.here("before", "K2", "after"))) {
                assertThat(address).matches("[!-~]+").doesNotContain("[", "{", "|", "+", "K1");
                assertThat(UriComponentsBuilder.fromUriString(address)
                                .build()
                                .getQueryParams()
                                .toSingleValueMap())
                        .extractingByKey("text", as(InstanceOfAssertFactories.STRING))
                        .isEqualTo("%5B%E4%B8%80%E6%9C%9F%5D%7Bx%7D%7Ca%2Bb%26c%3Dd");
            }
            assertThat(layout.here("before", "K2", "after"))
                    .startsWith("/areas?")
                    .endsWith("&before=K2");
        } finally {
            RequestContextHolder.resetRequestAttributes();
        }
    }

    @Test
    void largeTextIsRememberedInACookieAndLeadsBack() throws Exception {
        assertThat(mvc.get().uri("/display?text=large&back=/centres?x=1"))
                .hasStatus(303)
                .hasHeader("Location", "/centres?x=1")
                .cookies()
                .hasValue("display", "large");
        String page = mvc.get()
                .uri("/centres")
                .cookie(new Cookie("display", "large"))
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(page).select("html.large-text")).hasSize(1);
        assertThat(page).contains("标准版");
    }

    @Test
    void textIsMadeLargerBeforeTheInitialPasswordIsChanged() {
        assertThat(mvc.get()
                        .uri("/display?text=large&back=/account/password")
                        .with(Visitors.restricted(Role.COMMITTEE_OPERATOR)))
                .hasStatus(303)
                .hasHeader("Location", "/account/password")
                .cookies()
                .hasValue("display", "large");
    }

    @ParameterizedTest
    @CsvSource({"//evil.example/", "/\\evil.example", "https://evil.example/", "javascript:alert(1)", "'/a\r\nb'"})
    void theWayBackNeverLeadsElsewhere(String back) {
        assertThat(mvc.get().uri("/display").param("back", back)).hasStatus(303).hasHeader("Location", "/");
    }

    private Document open(String address, RequestPostProcessor visitor) throws Exception {
        return Jsoup.parse(
                mvc.get().uri(address).with(visitor).exchange().getResponse().getContentAsString());
    }
}
