package org.maintenancefund.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.test.Lengthy;
import org.maintenancefund.test.Wire;
import org.maintenancefund.test.WireTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.pattern.PathPattern;

/** Bodies that break off, never come, come slowly or never end. */
@WireTest
@ExtendWith(OutputCaptureExtension.class)
class BodiesTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String FILES = "Content-Type: multipart/form-data; boundary=b\r\n";
    private static final String PART = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.pdf\"\r\n\r\n";

    @LocalServerPort
    private int port;

    @Autowired
    private UploadPaths uploads;

    @Autowired
    private ServletContext servlets;

    private static String post(String path, String headers) {
        return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/progress", "/login", "/register/committee/form", "/no/such/page", "/workbench", "/"})
    void aBodyThatBreaksOffIsOneQuietLine(String path, CapturedOutput log) throws Exception {
        for (String headers : List.of(FORM, FILES)) {
            for (String length : List.of("Content-Length: 1000\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n3e8\r\n")) {
                try (Wire wire =
                        Wire.to(port).send(post(path, headers + length) + PART).end()) {
                    wire.answer();
                }
            }
        }
        assertQuiet(log);
    }

    @Lengthy
    @ParameterizedTest
    @ValueSource(strings = {"/progress", "/no/such/page"})
    void aBodyThatNeverComesEndsTheConnection(String path, CapturedOutput log) throws Exception {
        Instant begun = Instant.now();
        String answer = Wire.ask(port, post(path, FILES + "Content-Length: 1000\r\n\r\n"));

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
        assertThat(answer)
                .satisfiesAnyOf(
                        text -> assertThat(text).isEmpty(),
                        text -> assertThat(text).startsWith("HTTP/1.1 408"));
        assertQuiet(log);
    }

    /** A byte now and then keeps Tomcat's own time limit, which is one for each packet, from ever being over. */
    @Lengthy
    @Test
    void aBodyThatDripsIsCutOff(CapturedOutput log) throws Exception {
        Instant begun = Instant.now();
        try (Wire wire = Wire.to(port).send(post("/progress", FORM + "Content-Length: 100000\r\n\r\n"))) {
            await().pollInterval(Duration.ofMillis(300))
                    .atMost(Duration.ofSeconds(12))
                    .until(() -> isClosed(wire));
        }
        assertThat(Duration.between(begun, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
        assertQuiet(log);
    }

    private static boolean isClosed(Wire wire) {
        try {
            wire.send("a");
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    /** The folder of uploads is gone, as a disk that is full: neither the person's fault nor one that nobody hears of. */
    @Test
    void anUploadThatCanNotBeStoredIsToldToBothSides(CapturedOutput log) throws Exception {
        Path folder = ((File) servlets.getAttribute(ServletContext.TEMPDIR)).toPath();
        Path aside = folder.resolveSibling(folder.getFileName() + ".aside");
        Files.move(folder, aside);
        Files.createFile(folder);
        try {
            String body = PART + "a".repeat(200_000) + "\r\n--b--\r\n";
            String headers = FILES + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n";
            assertThat(Wire.ask(port, post("/register/committee/form", headers) + body))
                    .startsWith("HTTP/1.1 503")
                    .contains("存储空间不足");
            assertThat(log.getAll())
                    .contains("WARN", "/register/committee/form: can't be served")
                    .doesNotContain("\tat ");
        } finally {
            Files.delete(folder);
            Files.move(aside, folder);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operators[0]",
                "operators[x].name",
                "licence[0]",
                "name",
                "name.x",
                "[",
                "operators[0].name",
                "_licence"
            })
    void aFileOfAnyNameIsNoFaultOfOurs(String name, CapturedOutput log) throws Exception {
        String page = Wire.get(port, "/register/enterprise/form", "");
        String cookie = page.replaceAll("(?s).*Set-Cookie: (csrf=[^;]*);.*", "$1");
        String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1");
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token + "\r\n"
                + PART.replace("name=\"f\"", "name=\"" + name + "\"") + "x\r\n--b--\r\n";
        String answer = Wire.ask(
                port,
                post(
                                "/register/enterprise/form",
                                FILES + "Connection: close\r\nCookie: " + cookie + "\r\nContent-Length: "
                                        + body.length() + "\r\n\r\n")
                        + body);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("需要更正");
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    /** Each with new cookies, so that each would make a draft of its own. */
    @Test
    void aStrangersTextIsLimited() throws Exception {
        String from = "X-Forwarded-For: 192.0.2.44\r\n";
        String page = Wire.get(port, "/register/enterprise/form", from);
        String cookie = page.replaceAll("(?s).*Set-Cookie: (csrf=[^;]*);.*", "$1");
        StringBuilder form =
                new StringBuilder("_csrf=" + page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]*)\".*", "$1"));
        for (int i = 0; i < 18; i++) {
            form.append("&operators%5B").append(i).append("%5D.name=").append("a".repeat(90_000));
        }
        String request = post(
                        "/register/enterprise/form",
                        FORM + from + "Connection: close\r\nCookie: " + cookie + "\r\nContent-Length: " + form.length()
                                + "\r\n\r\n")
                + form;
        List<String> statuses = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            statuses.add(Wire.ask(port, request).substring(9, 12));
        }
        assertThat(statuses.get(0)).isNotEqualTo("429");
        assertThat(statuses.subList(2, 4)).containsOnly("429");
        assertThat(Wire.get(port, "/register/enterprise/form", from)).startsWith("HTTP/1.1 200");
    }

    /** More than the server has threads, and most of them than it lets in. */
    @Test
    void whileOneAddressSendsSlowlyOthersAreServed() throws Exception {
        List<Wire> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 60; i++) {
                slow.add(Wire.to(port)
                        .send(post("/progress", FORM + "X-Forwarded-For: 198.51.100.7\r\nContent-Length: 9\r\n\r\na")));
            }
            Instant begun = Instant.now();
            assertThat(Wire.get(port, "/", "X-Forwarded-For: 203.0.113.9\r\n")).startsWith("HTTP/1.1 200");
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(2));
            assertThat(Wire.get(port, "/", "X-Forwarded-For: 198.51.100.7:4711\r\n"))
                    .startsWith("HTTP/1.1 429")
                    .contains("Retry-After:", "请等几秒钟再试")
                    .doesNotContain("Exception");
        } finally {
            for (Wire wire : slow) {
                wire.close();
            }
        }
        await().atMost(Duration.ofSeconds(8))
                .until(() ->
                        Wire.get(port, "/", "X-Forwarded-For: 198.51.100.7\r\n").startsWith("HTTP/1.1 200"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/progress", "/login", "/logout", "/no/such/page", "/areas/merge", "/reviews"})
    void aLargeBodyToAnAddressWithoutFilesIsRefusedBeforeItIsRead(String path) throws Exception {
        Instant begun = Instant.now();
        try (Wire wire =
                Wire.to(port).send(post(path, FILES + "Expect: 100-continue\r\nContent-Length: 230686720\r\n\r\n"))) {
            assertThat(wire.answer()).startsWith("HTTP/1.1 413").contains("提交的内容太大");
        }
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/register/committee/form", "/areas/import", "/areas/applications/new/buildings/import"})
    void aStrangersFilesAreLimited(String path) throws Exception {
        try (Wire wire =
                Wire.to(port).send(post(path, FILES + "Expect: 100-continue\r\nContent-Length: 69206016\r\n\r\n"))) {
            assertThat(wire.answer()).startsWith("HTTP/1.1 413");
        }
    }

    /** What doesn't say how long it is ends where it is too long. */
    @ParameterizedTest
    @ValueSource(strings = {FORM, FILES})
    void anEndlessBodyEndsAtTheLimit(String type, CapturedOutput log) throws Exception {
        String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
        try (Wire wire = Wire.to(port)) {
            wire.send(post("/progress", type + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"));
            wire.send(chunk.replaceFirst("a{" + PART.length() + "}", PART.replace("$", "\\$")));
            for (int i = 0; i < 40; i++) {
                wire.send(chunk);
            }
            wire.send("0\r\n\r\n");
            // Nothing is answered where Tomcat gave the connection up.
            assertThat(wire.answer())
                    .satisfiesAnyOf(
                            answer -> assertThat(answer).isEmpty(),
                            answer ->
                                    assertThat(answer).startsWith("HTTP/1.1 4").containsPattern("提交的内容太大|无法识别"));
        }
        assertQuiet(log);
    }

    /** After a refused body the connection can be used again only where all of the body was taken. */
    @Test
    void noRestOfABodyIsTakenForARequest() throws Exception {
        String rest = "GET /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        String answer = Wire.ask(
                port,
                post("/no/such/page", FILES + "Content-Length: " + (3_000_000 + rest.length()) + "\r\n\r\n")
                        + "a".repeat(3_000_000)
                        + rest
                        + rest);
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSizeLessThanOrEqualTo(3);
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void theAddressesThatTakeFilesAreKnown() {
        assertThat(uploads.patterns().stream().map(PathPattern::getPatternString))
                .contains("/register/committee/form", "/register/enterprise/form", "/areas/import")
                .doesNotContain("/login", "/progress", "/")
                .hasSizeBetween(5, 20);
    }

    private static void assertQuiet(CapturedOutput log) {
        assertThat(log.getAll()).doesNotContain("\tat ", "ERROR", "WARN");
    }
}
