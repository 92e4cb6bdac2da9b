package org.maintenancefund.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.savedrequest.SavedRequest;

/** The page asked for before signing in, from one request to the next. */
class AskedPageCookieTest {

    private final AskedPageCookie cookies = new AskedPageCookie();

    private static MockHttpServletRequest asking(String path, String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setQueryString(query);
        return request;
    }

    private MockHttpServletResponse saved(MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookies.saveRequest(request, response);
        return response;
    }

    private static MockHttpServletRequest with(String name, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
        request.setCookies(new Cookie(name, value));
        return request;
    }

    private static String encoded(String address) {
        return Base64.getUrlEncoder().encodeToString(address.getBytes(StandardCharsets.ISO_8859_1));
    }

    private String read(MockHttpServletRequest request, MockHttpServletResponse response) {
        SavedRequest found = cookies.getRequest(request, response);
        return found == null ? null : found.getRedirectUrl();
    }

    @Test
    void isLikeOurOtherCookiesAndNamesNoHost() {
        MockHttpServletRequest request = asking("/committees", "street=%E6%9C%9B%E6%B9%96&page=2");
        request.setServerName("evil.example");

        String header = saved(request).getHeader("Set-Cookie");

        assertThat(header).startsWith("REDIRECT_URI=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(header).doesNotContain("Secure");
        MockHttpServletRequest back =
                with("REDIRECT_URI", saved(request).getCookie("REDIRECT_URI").getValue());
        assertThat(read(back, new MockHttpServletResponse())).isEqualTo("/committees?street=%E6%9C%9B%E6%B9%96&page=2");
    }

    @Test
    void isBoundToTheHostWhereTlsIsOn() {
        MockHttpServletRequest request = asking("/committees", null);
        request.setSecure(true);

        assertThat(saved(request).getHeader("Set-Cookie"))
                .startsWith("__Host-REDIRECT_URI=")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void theAddressOfAnApplicationBelowAPathIsKeptWithoutIt() {
        MockHttpServletRequest request = asking("/fund/audit", null);
        request.setContextPath("/fund");

        MockHttpServletRequest back =
                with("REDIRECT_URI", saved(request).getCookie("REDIRECT_URI").getValue());
        assertThat(read(back, new MockHttpServletResponse())).isEqualTo("/audit");
    }

    @Test
    void aLongQueryIsLeftOutAndALongPathIsNotKept() {
        MockHttpServletRequest request = asking("/committees", "q=" + "x".repeat(5_900));
        MockHttpServletRequest back =
                with("REDIRECT_URI", saved(request).getCookie("REDIRECT_URI").getValue());

        assertThat(read(back, new MockHttpServletResponse())).isEqualTo("/committees");
        assertThat(saved(asking("/" + "x".repeat(5_900), null)).getHeader("Set-Cookie"))
                .isNull();
    }

    @Test
    void nothingIsKeptOfWhatIsNoPageInAWindow() {
        MockHttpServletRequest sent = asking("/committees", null);
        sent.setMethod("POST");
        MockHttpServletRequest fetched = asking("/areas/import/1/progress", null);
        fetched.addHeader("Sec-Fetch-Mode", "cors");
        MockHttpServletRequest picture = asking("/attachments/1", null);
        picture.addHeader("Accept", "image/avif,image/webp");

        for (MockHttpServletRequest request : new MockHttpServletRequest[] {sent, fetched, picture}) {
            assertThat(saved(request).getHeader("Set-Cookie")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%zz",
                "a b",
                "L2NvbW1pdHRlZXM%",
                "*",
                "",
                "YQ==YQ==",
            })
    void whatIsNotOurTextIsIgnoredAndDeleted(String value) {
        assertIgnoredAndDeleted(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example/x",
                "/\\evil.example",
                "/x\\..\\y",
                "https://evil.example/",
                "javascript:alert(1)",
                "evil.example",
                "/x%",
                "/x%zz",
                "/x?y=%4",
                "/x\r\nSet-Cookie: a=b",
                "/x y",
                "/audit/../x",
                "/\u00e4",
                "/x\u0000",
                "/{x}",
                "",
            })
    void whatIsNoAddressOfOursIsIgnoredAndDeleted(String address) {
        assertIgnoredAndDeleted(encoded(address));
    }

    @Test
    void aCookieThatIsTooLongIsIgnoredAndDeleted() {
        assertIgnoredAndDeleted(encoded("/" + "x".repeat(9_000)));
    }

    private void assertIgnoredAndDeleted(String value) {
        MockHttpServletResponse atTheSignIn = new MockHttpServletResponse();
        assertThat(read(with("REDIRECT_URI", value), atTheSignIn)).isNull();
        assertThat(atTheSignIn.getHeader("Set-Cookie")).contains("REDIRECT_URI=;", "Max-Age=0");

        MockHttpServletResponse atAnyPage = new MockHttpServletResponse();
        assertThat(cookies.getMatchingRequest(with("REDIRECT_URI", value), atAnyPage))
                .isNull();
        assertThat(atAnyPage.getHeader("Set-Cookie")).contains("REDIRECT_URI=;", "Max-Age=0");
    }

    @Test
    void aReadableCookieStaysUntilItIsUsed() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        cookies.getMatchingRequest(with("REDIRECT_URI", encoded("/committees")), response);
        assertThat(response.getHeader("Set-Cookie")).isNull();

        cookies.removeRequest(with("REDIRECT_URI", encoded("/committees")), response);
        assertThat(response.getHeader("Set-Cookie")).contains("Max-Age=0", "HttpOnly", "SameSite=Lax");
    }
}
