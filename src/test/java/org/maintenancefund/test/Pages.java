package org.maintenancefund.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.UnsupportedEncodingException;
import java.util.Map;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.maintenancefund.access.CurrentUser;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Pages as a person who is signed in opens them and sends their forms. */
@TestComponent
public final class Pages {

    private final MockMvcTester mvc;

    public Pages(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    /** The page, which must be there. */
    public Document open(String path, CurrentUser user) {
        MvcTestResult result = get(path, user);
        assertThat(result).hasStatusOk();
        return parse(result);
    }

    public MvcTestResult get(String path, CurrentUser user) {
        return mvc.get().uri(path).with(SignedIn.as(user)).exchange();
    }

    /** Sends a form with its CSRF token. */
    public MvcTestResult post(String path, CurrentUser user, Map<String, String> form) {
        var request = mvc.post().uri(path).with(SignedIn.as(user)).with(csrf());
        form.forEach(request::param);
        return request.exchange();
    }

    public static Document parse(MvcTestResult result) {
        try {
            return Jsoup.parse(result.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Where a redirect leads. */
    public static String redirected(MvcTestResult result) {
        return Objects.requireNonNull(result.getResponse().getRedirectedUrl(), "no redirect");
    }
}
