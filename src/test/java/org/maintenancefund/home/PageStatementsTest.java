package org.maintenancefund.home;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maintenancefund.test.DemoCity;
import org.maintenancefund.test.IntegrationTest;
import org.maintenancefund.test.Statements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@IntegrationTest
@Import(DemoCity.class)
class PageStatementsTest {

    @Autowired
    MockMvcTester mvc;

    record Target(
            @Nullable String user, String path, @Nullable String link) {}

    static final List<Target> PAGES = List.of(
            new Target(null, "/", null),
            new Target(null, "/login", null),
            new Target(null, "/username-lookup", null),
            new Target(null, "/progress", null),
            new Target(null, "/register/committee?q=和谐", null),
            new Target("demo-district", "/committees/reviews", null),
            new Target("demo-municipal", "/areas", null),
            new Target("demo-municipal", "/operators", null),
            new Target("demo-district", "/committees/reviews", "/committees/reviews/YW[0-9-]+"),
            new Target("demo-municipal", "/areas", "/areas/[0-9a-f]{8}-[0-9a-f-]{27}"),
            new Target("demo-district", "/workbench", null));

    @Test
    void print() throws Exception {
        for (Target t : PAGES) {
            List<Cookie> cookies = new ArrayList<>();
            if (t.user() != null) {
                MvcTestResult form = mvc.get().uri("/login").exchange();
                Matcher m = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"")
                        .matcher(form.getResponse().getContentAsString());
                assertThat(m.find()).isTrue();
                MvcTestResult in = mvc.post()
                        .uri("/login")
                        .cookie(form.getResponse().getCookies())
                        .param("username", t.user())
                        .param("password", "weixiu-demo-2026")
                        .param("_csrf", m.group(1))
                        .exchange();
                cookies.addAll(List.of(in.getResponse().getCookies()));
            }
            String path = t.path();
            if (t.link() != null) {
                Matcher m = Pattern.compile("href=\"(" + t.link() + ")\"").matcher(get(path, cookies));
                assertThat(m.find()).isTrue();
                path = m.group(1);
            }
            String p = path;
            Runnable open = () -> get(p, cookies);
            open.run();
            List<String> asked = Statements.of(open);
            System.out.println("\n##### " + asked.size() + " " + t.user() + " " + p);
            asked.forEach(s -> System.out.println("  - " + s.replaceAll("\\s+", " ")));
        }
    }

    private String get(String path, List<Cookie> cookies) {
        var request = mvc.get().uri(path);
        if (!cookies.isEmpty()) {
            request.cookie(cookies.toArray(Cookie[]::new));
        }
        MvcTestResult result = request.exchange();
        assertThat(result).hasStatusOk();
        try {
            return result.getResponse().getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
