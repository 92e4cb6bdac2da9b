package org.maintenancefund.web.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.Role;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.web.Visitors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
class DeniedPagesTest {

    @Autowired
    private MockMvcTester mvc;

    @Test
    void aPageForOthersIsForbiddenInWords() throws Exception {
        MvcTestResult answer = mvc.get()
                .uri("/audit")
                .with(Visitors.signedIn(Role.DISTRICT_STAFF))
                .exchange();
        assertThat(answer).hasStatus(403);
        assertThat(page(answer).select("h1").text()).isEqualTo("您不能打开此页面");
        assertThat(page(answer).select("a:contains(返回工作台)")).hasSize(1);
    }

    @Test
    void anAddressThatDoesNotExistIsNotFound() {
        assertThat(mvc.get().uri("/no/such/page")).hasStatus(404);
        assertThat(mvc.get().uri("/no/such/page").with(Visitors.signedIn(Role.AUDITOR)))
                .hasStatus(404);
    }

    @Test
    void aStrangerIsSentToTheSignInPage() {
        assertThat(mvc.get().uri("/workbench")).hasStatus3xxRedirection();
    }

    @Test
    void aFormWithAnExpiredTokenComesBackWithWhatWasTyped() throws Exception {
        MvcTestResult answer = expired(mvc.post().uri("/progress?from=home"))
                .header("Sec-Fetch-Site", "same-origin")
                .param("from", "home")
                .param("number", "YW<20261123>-0018")
                .param("mobile", "13900001234")
                .exchange();
        assertThat(answer).hasStatus(403);
        Document page = page(answer);
        assertThat(page.select("h1").text()).isEqualTo("请再提交一次");
        assertThat(page.select("form").attr("action")).isEqualTo("/progress?from=home");
        assertThat(page.select("input[name=number]").val()).isEqualTo("YW<20261123>-0018");
        assertThat(page.select("input[name=mobile]").val()).isEqualTo("13900001234");
        assertThat(page.select("input[name=_csrf]").val()).isNotBlank().isNotEqualTo("invalid");
        assertThat(page.select("input[name=from]")).isEmpty();
    }

    @Test
    void secretsAreNeverSentBack() throws Exception {
        MvcTestResult answer = expired(mvc.post().uri("/login"))
                .header("Sec-Fetch-Site", "same-origin")
                .param("username", "wangjg")
                .param("password", "very-secret")
                .param("code", "7K3M9QXA")
                .exchange();
        assertThat(page(answer).select("input[name=username]").val()).isEqualTo("wangjg");
        assertThat(answer.getResponse().getContentAsString()).doesNotContain("very-secret", "7K3M9QXA");
    }

    @Test
    void aFormFromAnotherSiteIsNotOfferedAgain() throws Exception {
        MvcTestResult answer = expired(mvc.post().uri("/progress"))
                .header("Sec-Fetch-Site", "cross-site")
                .param("number", "YW20261123-0018")
                .exchange();
        assertThat(answer).hasStatus(403);
        assertThat(page(answer).select("input[name=number]")).isEmpty();
    }

    @Test
    void aFormSentAfterTheSessionEndedKeepsWhatWasTypedOverTheSignIn() throws Exception {
        MvcTestResult answer = mvc.post()
                .uri("/my/offices/new")
                .with(csrf())
                .header("Origin", "http://localhost")
                .header("Host", "localhost")
                .param("name", "和谐花园管理处")
                .exchange();
        assertThat(answer).hasStatus(401);
        assertThat(page(answer).select("input[name=name]").val()).isEqualTo("和谐花园管理处");
        assertThat(page(answer).select("a[href=/login][target=_blank]")).hasSize(1);
    }

    private static MockMvcRequestBuilder expired(MockMvcRequestBuilder request) {
        return request.with(csrf().useInvalidToken());
    }

    private static Document page(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
