package org.maintenancefund.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.test.Wire;
import org.maintenancefund.test.WireTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Addresses, cookies and headers as strangers, proxies and old programs send them. */
@WireTest
@ExtendWith(OutputCaptureExtension.class)
class AddressesTest {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?q=[1]",
                "/?q={a|b}",
                "/?q=%5B1%5D",
                "/centres?x=a[0]=1",
                "/login?a=\"b\"&c=<d>",
                "/?q=^`",
                "/?q=\\",
                "/?back=/areas?text={x}"
            })
    void signsThatAreNotEncodedAreRead(String address) throws Exception {
        assertThat(Wire.get(port, address, "")).startsWith("HTTP/1.1 200");
    }

    /** 和 in GBK, as old programs put it into addresses, and other bytes that are no text. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?q=%BA%CD",
                "/?q=\u00ba\u00cd",
                "/areas/%BA%CD",
                "/%BA%CD",
                "/areas/\u00ba\u00cd",
                "/a%C0%AFb",
                "/%00",
                "/?q=%",
                "/?q=%zz",
                "/%zz",
                "/%",
                "/a%2Fb%5C",
                "/[x]",
                "/{x}|"
            })
    void whatIsNoTextGetsAPageInWords(String address, CapturedOutput log) throws Exception {
        String answer = Wire.get(port, address, "");
        assertThat(answer).startsWith("HTTP/1.1 4").containsPattern("<h1>[\\u4e00-\\u9fa5]+</h1>");
        assertThat(answer).doesNotContain("Tomcat", "Exception", "java.");
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(ints = {4_200, 5_900, 6_100, 7_500})
    void anAddressFarTooLongIsRefusedInWords(int length, CapturedOutput log) throws Exception {
        for (String path : List.of("/workbench?q=", "/areas?text=", "/my/offices/", "/?", "/login?x=", "/no/such/")) {
            assertThat(Wire.get(port, path + "a".repeat(length), ""))
                    .as(path)
                    .startsWith("HTTP/1.1 414")
                    .contains("地址太长");
        }
        assertThat(log.getAll()).doesNotContain("\tat ", "ERROR");
    }

    /** As long as the longest filter: asked to sign in. */
    @Test
    void aLongFilterIsNoFault() throws Exception {
        assertThat(Wire.get(port, "/areas?text=" + "%E5%92%8C".repeat(400), "")).startsWith("HTTP/1.1 302");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "\u0000\u0000", "a\u0000b", "ÿþ", "\u00c3\u0028", "", "x", "' OR 1=1", "😀", "\r\nx: y"
            })
    void aSessionCookieThatIsNoneIsNoSession(String value, CapturedOutput log) throws Exception {
        String encoded = Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.ISO_8859_1));
        for (String cookie :
                List.of(encoded, encoded.replace("=", ""), "!" + encoded, "%" + encoded, "%zz", "\u00ff\u00fe")) {
            for (String name : List.of("SESSION", "csrf", "draft", "display", "device-0123456789abcdef")) {
                assertThat(Wire.get(port, "/login", "Cookie: " + name + "=" + cookie + "\r\n"))
                        .as(name + "=" + cookie)
                        .startsWith("HTTP/1.1 200")
                        .contains("<h1>登录</h1>");
            }
            assertThat(Wire.get(port, "/workbench", "Cookie: SESSION=" + cookie + "\r\n"))
                    .startsWith("HTTP/1.1 302");
        }
        assertThat(log.getAll()).doesNotContain("\tat ", "ERROR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/workbench",
                "/areas?text=x",
                "/display?back=/centres",
                "/display?back=/areas?text=[{x}|]",
                "/areas?text={x}",
                "/my/offices/{x}",
                "/register/committee/form"
            })
    void theNameWeWereAskedUnderStaysOutOfTheAnswer(String address) throws Exception {
        String request = "GET " + address + " HTTP/1.1\r\nConnection: close\r\n";
        for (String host : List.of(
                "Host: evil.example\r\n",
                "Host: localhost\r\nX-Forwarded-Host: evil.example\r\n",
                "Host: evil.example:8443\r\nX-Forwarded-Proto: https\r\n")) {
            String answer = Wire.ask(port, request + host + "\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 30")
                    .containsPattern("(?i)location: /")
                    .doesNotContain("evil");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "203.0.113.5:51234",
                "203.0.113.5",
                "198.51.100.1, 203.0.113.5:51234",
                "203.0.113.5:1, 10.0.0.2:443",
                "<script>, 203.0.113.5:443",
                "junk, 203.0.113.5, 10.0.0.2",
                "10.9.9.9:1,203.0.113.5:65535,10.0.0.2",
                "\"203.0.113.5:8080\""
            })
    void thePersonBehindTheProxiesIsCounted(String forwarded) throws Exception {
        assertThat(counted(forwarded)).containsExactly("203.0.113.5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[2001:db8::1]:443",
                "[2001:db8::1]",
                "2001:db8::1",
                "2001:db8::9:8",
                "x, [2001:db8::7]:1, 10.0.0.2:5"
            })
    void anIpv6AddressIsCountedByItsHousehold(String forwarded) throws Exception {
        assertThat(counted(forwarded)).containsExactly("20010db800000000::/64");
    }

    private List<String> counted(String forwarded) throws Exception {
        jdbc.sql("DELETE FROM rate_limit").update();
        String page = Wire.get(port, "/username-lookup", "");
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        String cookie = page.replaceAll("(?s).*Set-Cookie: (csrf=[^;]*);.*", "$1");
        String form = "_csrf=" + token;
        Wire.ask(
                port,
                "POST /username-lookup HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + cookie
                        + "\r\nX-Forwarded-For: " + forwarded
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\n\r\n" + form);
        return jdbc.sql("SELECT address FROM rate_limit").query(String.class).list();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/none",
                "/actuator/health/none",
                "/actuator/env",
                "/actuator/../x",
                "/none",
                "/login",
                "/"
            })
    void whatIsNotOnTheManagementPortIsNotFound(String address, CapturedOutput log) throws Exception {
        assertThat(Wire.get(managementPort, address, "")).containsPattern("^HTTP/1.1 40[04]");
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/none", "/actuator", "/actuator/metrics"})
    void nothingOfItIsOnTheOtherPort(String address) throws Exception {
        assertThat(Wire.get(port, address, "")).startsWith("HTTP/1.1 404");
        assertThat(Wire.get(managementPort, "/actuator/health", "")).startsWith("HTTP/1.1 200");
    }
}
