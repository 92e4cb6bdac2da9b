package org.maintenancefund.web.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.ACommittee;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Pages;
import org.maintenancefund.test.SignedIn;
import org.maintenancefund.test.World;
import org.maintenancefund.web.Notice;
import org.maintenancefund.web.Preparation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.cache.CacheManager;
import org.springframework.cache.caffeine.CaffeineCache;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.annotation.Transactional;

/** What is kept of pages never shows to one person what is another's, nor to anybody what was before their own form. */
@IntegrationTest
@Transactional
@TestPropertySource(properties = {"app.pages.kept=1h", "app.pages.counts=1h"})
@Import(KeptPagesTest.Preparing.class)
class KeptPagesTest {

    /** Says nothing but where a test lets it. */
    @TestComponent
    static class Preparing implements Preparation {

        private @Nullable Notice said;

        @Override
        public @Nullable Notice notice() {
            return said;
        }
    }

    @Autowired
    Preparing preparing;

    @Autowired
    World world;

    @Autowired
    Pages pages;

    @Autowired
    ACommittee committees;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    CacheManager caches;

    private MvcTestResult visit(String path, Cookie... cookies) {
        var request = mvc.get().uri(path);
        if (cookies.length > 0) {
            request.cookie(cookies);
        }
        MvcTestResult page = request.exchange();
        assertThat(page).hasStatusOk();
        return page;
    }

    private static String token(Document page) {
        return page.select("input[name=_csrf]").attr("value");
    }

    @Test
    void eachVisitorGetsATokenOfTheirOwnThatIsTaken() {
        visit("/login");
        MvcTestResult kept = visit("/login");
        MvcTestResult another = visit("/login");
        String token = token(Pages.parse(kept));

        assertThat(token).isNotEmpty().isNotEqualTo(token(Pages.parse(another)));
        assertThat(mvc.post()
                        .uri("/login")
                        .cookie(kept.getResponse().getCookies())
                        .param("_csrf", token)
                        .param("username", "niemand")
                        .param("password", "falsch-falsch"))
                .as("taken, and answered with the form")
                .hasStatus(400)
                .bodyText()
                .contains("用户名或密码");
        assertThat(mvc.post()
                        .uri("/login")
                        .cookie(another.getResponse().getCookies())
                        .param("_csrf", token)
                        .param("username", "niemand")
                        .param("password", "falsch-falsch"))
                .as("another's")
                .hasStatus(403);
    }

    @Test
    void itHasTheSameHeadersAsOneThatIsDrawn() {
        MvcTestResult drawn = visit("/progress?x=1");
        visit("/progress");
        MvcTestResult kept = visit("/progress");

        for (String header : drawn.getResponse().getHeaderNames()) {
            if (!List.of("Content-Length", "Set-Cookie", "Content-Language", "X-Request-Number")
                    .contains(header)) {
                assertThat(kept.getResponse().getHeader(header))
                        .as(header)
                        .isEqualTo(drawn.getResponse().getHeader(header));
            }
        }
    }

    @Test
    void whoIsSignedInAndWhoReadsLargeTextSeeTheirOwn() {
        visit("/");
        assertThat(Pages.parse(visit("/")).text()).doesNotContain("的工作台");

        CurrentUser clerk = world.clerk();
        assertThat(pages.open("/", clerk).text()).contains(clerk.personName() + "的工作台");
        assertThat(Pages.parse(visit("/")).text()).doesNotContain("的工作台");

        Cookie large = new Cookie(Layout.LARGE_TEXT_COOKIE, Layout.LARGE_TEXT);
        assertThat(Pages.parse(visit("/", large)).selectFirst("html").className())
                .isEqualTo("large-text");
        assertThat(Pages.parse(visit("/")).selectFirst("html").className()).isEmpty();
    }

    @Test
    void aPageWithParametersIsNotTheKeptOne() {
        visit("/login");

        assertThat(Pages.parse(visit("/login?signed-out=")).text()).contains("已退出");
        assertThat(Pages.parse(visit("/login?username=wangjg"))
                        .select("#username")
                        .attr("value"))
                .isEqualTo("wangjg");
        assertThat(Pages.parse(visit("/login")).text()).doesNotContain("已退出");
    }

    /** Parameters come in a body too, of a GET as well; the address then has no query. */
    @Test
    void whatAStrangerSendsAlongIsNotKeptForOthers() {
        assertThat(mvc.get().uri("/login").param("username", "请到别处登录").param("signed-out", ""))
                .hasStatusOk()
                .bodyText()
                .contains("请到别处登录");
        assertThat(mvc.get().uri("/progress").content("number=1").contentType(MediaType.APPLICATION_FORM_URLENCODED))
                .hasStatusOk();

        assertThat(Pages.parse(visit("/login")).outerHtml()).doesNotContain("请到别处登录", "已退出");
        assertThat(Pages.parse(visit("/login")).outerHtml()).doesNotContain("请到别处登录", "已退出");
        assertThat(Pages.parse(visit("/progress")).select("#number").attr("value"))
                .isEmpty();
    }

    @Test
    void whatIsKeptChangesWithTheTelephoneOfTheCentre() {
        visit("/centres");
        CurrentUser clerk = world.clerk();
        pages.open("/", clerk);
        assertThat(Pages.parse(visit("/")).text()).doesNotContain("0000-80801234");

        pages.post("/settings/CENTRE_PHONE", world.administrator(), Map.of("value", "0000-80801234", "version", "0"));

        assertThat(Pages.parse(visit("/")).text()).contains("0000-80801234");
        assertThat(Pages.parse(visit("/centres")).select("footer").text()).contains("0000-80801234");
        assertThat(pages.open("/", clerk).text()).contains("0000-80801234");
    }

    @Test
    void anotherSpellingOfTheAddressTakesNoRoom() {
        long before = kept(PageCaches.VISITORS);
        for (String spelling : List.of("/%6Cogin", "/l%6Fgin", "/lo%67in")) {
            assertThat(mvc.get().uri(URI.create(spelling))).hasStatusOk();
        }

        assertThat(kept(PageCaches.VISITORS)).isEqualTo(before);
    }

    private long kept(String cache) {
        return ((CaffeineCache) Objects.requireNonNull(caches.getCache(cache)))
                .getNativeCache()
                .asMap()
                .size();
    }

    @Test
    void aListIsSentAgainOnlyToWhoSawItAndAsLongAsItIsTheSame() {
        CurrentUser clerk = world.clerk();
        CurrentUser colleague = world.anotherClerkOf(world.district().id());
        committees.submitted(world.area("重看院"), "重看院业主委员会");
        Document first = pages.open("/committees/reviews", clerk);
        long kept = kept(PageCaches.UNCHANGED);

        Document again = pages.open("/committees/reviews", clerk);
        assertThat(kept(PageCaches.UNCHANGED)).as("sent again").isEqualTo(kept);
        assertThat(again.select("main").html()).isEqualTo(first.select("main").html());
        assertThat(token(again)).isNotEmpty().isNotEqualTo(token(first));

        assertThat(pages.open("/committees/reviews", colleague).text())
                .contains(colleague.username())
                .doesNotContain(clerk.username());

        committees.submitted(world.area("再看院"), "再看院业主委员会");
        assertThat(pages.open("/committees/reviews", clerk).text()).contains("再看院业主委员会");
    }

    /** Something on them without an equality of its own would have them drawn each time. */
    @Test
    void recordsAreSentAgainAsLongAsTheyAreTheSame() {
        CurrentUser clerk = world.clerk();
        AreaId area = world.area("再看档案院");
        ApplicationNumber number = committees.submitted(area, "再看档案院业主委员会");
        for (String path : List.of("/committees/reviews/" + number, "/areas/" + area, "/areas", "/calls")) {
            long before = kept(PageCaches.UNCHANGED);

            Document first = pages.open(path, clerk);
            Document again = pages.open(path, clerk);

            assertThat(kept(PageCaches.UNCHANGED)).as(path + " is drawn once").isEqualTo(before + 1);
            assertThat(shown(again)).as(path).isEqualTo(shown(first));
            assertThat(token(again)).as(path).isNotEqualTo(token(first));
        }
    }

    private static String shown(Document page) {
        Document shown = page.clone();
        shown.select("input[name=_csrf]").remove();
        return shown.select("main").html();
    }

    @Test
    void aFormThatMayBeSentOnceHasANumberOfItsOwnEachTime() {
        CurrentUser clerk = world.clerk();
        String first =
                pages.open("/operators", clerk).select("input[name=submission]").attr("value");
        long kept = kept(PageCaches.UNCHANGED);

        String again =
                pages.open("/operators", clerk).select("input[name=submission]").attr("value");

        assertThat(kept(PageCaches.UNCHANGED)).as("sent again").isEqualTo(kept);
        assertThat(again).isNotEmpty().isNotEqualTo(first);
    }

    @Test
    void whatWaitsIsCountedAnewAfterAFormOfOnesOwn() {
        CurrentUser clerk = world.clerk();
        String before = waiting(clerk);
        ApplicationNumber number = committees.submitted(world.area("计数院"), "计数院业主委员会");
        assertThat(waiting(clerk)).as("kept").isEqualTo(before);

        mvc.post()
                .uri("/committees/reviews/" + number)
                .with(csrf())
                .with(SignedIn.as(clerk))
                .exchange();

        String counted = waiting(clerk);
        assertThat(counted).as("counted anew").isNotEqualTo(before);
        committees.decided(number, ReviewAction.RETURN, world.clerk());
        assertThat(waiting(clerk)).as("kept again").isEqualTo(counted);
    }

    @Test
    void whatIsBeingMadeIsSaidOnEveryPageUntilItIsThereAndNotLonger() {
        CurrentUser clerk = world.clerk();
        visit("/login");
        preparing.said = new Notice(Notice.Kind.INFO, "正在建立演示城市", null);
        try {
            assertThat(visit("/login")).bodyText().contains("正在建立演示城市");
            assertThat(visit("/login")).bodyText().contains("正在建立演示城市");
            assertThat(pages.open("/workbench", clerk).text()).contains("正在建立演示城市");
        } finally {
            preparing.said = null;
        }

        assertThat(visit("/login")).bodyText().doesNotContain("正在建立演示城市");
        assertThat(pages.open("/workbench", clerk).text()).doesNotContain("正在建立演示城市");
    }

    private String waiting(CurrentUser user) {
        return pages.open("/account/password", user)
                .select(".site-header a[href=/workbench] .badge-count")
                .text();
    }
}
