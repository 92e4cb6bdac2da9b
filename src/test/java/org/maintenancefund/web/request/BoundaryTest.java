package org.maintenancefund.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maintenancefund.test.DemoCityTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What reaches the real server and was typed by no person. */
@DemoCityTest
@ExtendWith(OutputCaptureExtension.class)
class BoundaryTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @ValueSource(strings = {"/?q=%00", "/?%00=q", "/?q=%ff%fe", "/?q=%E5%92"})
    void anAddressThatNobodyCanReadIsRefusedWithWords(String address) throws Exception {
        assertRefused(http.send(request(address).build(), BodyHandlers.ofString()), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"number=%00", "number=%ff", "num%00ber=1"})
    void aFormThatNobodyCanReadIsRefusedWithWords(String body) throws Exception {
        assertRefused(post(FORM, body), 400);
    }

    @Test
    void aTextFarLongerThanAnyFieldIsRefusedWithWords() throws Exception {
        assertRefused(post(FORM, "number=" + "长".repeat(20).concat("a".repeat(200_000))), 400);
    }

    @Test
    void anEndlessFormIsRefusedWithWords() throws Exception {
        assertRefused(post(FORM, "number=" + "a".repeat(3_000_000)), 413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "Multipart/Form-Data", "multipart/mixed", "MULTIPART/related"})
    void aFileNameWithNullIsRefusedWithWords(String type) throws Exception {
        String body =
                "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\u0000.pdf\"\r\n\r\nx\r\n--b--\r\n";
        assertRefused(post(type + "; boundary=b", body), 400);
    }

    /** What Tomcat leaves aside of an address when it decodes it, and everything behind would decode again. */
    @ParameterizedTest
    @ValueSource(strings = {"/a;x=%zz", "/areas/import;x=%zz", "/register/committee/form;a=%", "/login;%g1", "/;=%F"})
    void anAddressWithHalfACodeIsNoFaultOfOurs(String address, CapturedOutput log) throws Exception {
        String body = "Content-Type: " + FORM + "\r\nContent-Length: 3\r\n\r\na=1";
        for (String request : List.of("GET " + address, "POST " + address)) {
            String answer = raw(request + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
                    + (request.startsWith("POST") ? body : "\r\n"));
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "org.apache", "java.");
        }
        assertThat(log.getAll()).doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(ints = {140, 255, 1000})
    void aFileIsNotTooLargeForItsNameAlone(int characters) throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"" + "材".repeat(characters)
                + ".pdf\"\r\nContent-Type: application/pdf\r\n\r\nx\r\n--b--\r\n";
        assertThat(post("multipart/form-data; boundary=b", body).statusCode())
                .as("it lacks a token, as everything sent here does")
                .isEqualTo(403);
    }

    @Test
    void aFormThatBreaksOffIsRefusedWithWords() throws Exception {
        assertRefused(
                post(
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nhalf"),
                400);
    }

    @Test
    void aFileBeyondTheServersLimitStillGetsAPage() throws Exception {
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a.pdf\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        byte[] megabyte = new byte[1 << 20];
        List<InputStream> parts = new java.util.ArrayList<>(List.of(new ByteArrayInputStream(head)));
        for (int i = 0; i < 61; i++) {
            parts.add(new ByteArrayInputStream(megabyte));
        }
        HttpResponse<String> answer = http.send(
                request("/progress")
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofInputStream(
                                () -> new SequenceInputStream(Collections.enumeration(parts))))
                        .build(),
                BodyHandlers.ofString());
        assertRefused(answer, 413);
    }

    @Test
    void whatTheServerItselfRefusesSaysNoMoreThanItsStatus() throws Exception {
        for (String request : List.of(
                "GET / HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n",
                "GET /%00 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /\u0001 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "NONSENSE\r\n\r\n")) {
            String answer = raw(request);
            assertThat(answer).startsWith("HTTP/1.1 400");
            assertThat(answer).doesNotContain("Tomcat", "Exception", "org.apache", "java.");
        }
    }

    @Test
    void pagesTravelCompressed() throws Exception {
        HttpResponse<byte[]> answer =
                http.send(request("/").header("Accept-Encoding", "gzip").build(), BodyHandlers.ofByteArray());
        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    private HttpResponse<String> post(String type, String body) throws Exception {
        return http.send(
                request("/progress")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        try {
            return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
        } catch (IllegalArgumentException notAnAddress) {
            throw new IllegalStateException(notAnAddress);
        }
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertRefused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<h1>提交的内容", "物业专项维修资金信息管理系统");
        assertThat(answer.body()).doesNotContain("Exception", "org.apache", "java.");
    }
}
