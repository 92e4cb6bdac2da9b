package org.maintenancefund.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A person with nothing but HTTP and its cookies: opens pages over a socket and sends their forms as they stand there. */
public final class HttpVisitor {

    private static final int OK = 200;

    private static final int BAD_REQUEST = 400;

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final String server;

    private HttpVisitor(String server) {
        this.server = server;
    }

    /** Somebody without an account at the server of that port. */
    public static HttpVisitor at(int port) {
        return new HttpVisitor("http://localhost:" + port);
    }

    /** Signs in there. */
    public static HttpVisitor signedIn(int port, String username, String password) {
        HttpVisitor visitor = at(port);
        Document workbench =
                visitor.send(visitor.open("/login"), "登录", Map.of("username", username, "password", password));
        assertThat(workbench.select("h1").text()).isEqualTo("工作台");
        return visitor;
    }

    /** The page, which must be there. */
    public Document open(String path) {
        return page(
                HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : server + path))
                        .GET(),
                OK);
    }

    /**
     * Presses the button with these words: its form goes as it is, but for what is typed into some of its fields.
     *
     * @return the page that it leads to, which must be there
     */
    public Document send(Document page, String button, Map<String, String> typed) {
        return page(submitted(page, button, typed), OK);
    }

    /** The same with what is not taken: the page that says why. */
    public Document refused(Document page, String button, Map<String, String> typed) {
        return page(submitted(page, button, typed), BAD_REQUEST);
    }

    /** The same with a file put into the form, which has a place for one. */
    public Document upload(Document page, String button, Map<String, String> typed, String filename, byte[] content) {
        FormElement form = form(page, button);
        String place = form.select("input[type=file]").attr("name");
        String boundary = UUID.randomUUID().toString();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (KeyVal field : filled(form, typed)) {
            if (!field.key().equals(place)) {
                part(
                        body,
                        boundary,
                        "name=\"" + field.key() + "\"",
                        field.value().getBytes(StandardCharsets.UTF_8));
            }
        }
        part(body, boundary, "name=\"" + place + "\"; filename=\"" + filename + "\"", content);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return page(
                HttpRequest.newBuilder(URI.create(address(page, form)))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())),
                OK);
    }

    private static void part(ByteArrayOutputStream body, String boundary, String named, byte[] content) {
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; " + named + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder submitted(Document page, String button, Map<String, String> typed) {
        FormElement form = form(page, button);
        String encoded = filled(form, typed).stream()
                .map(field -> encode(field.key()) + "=" + encode(field.value()))
                .collect(Collectors.joining("&"));
        String address = address(page, form);
        return form.attr("method").equalsIgnoreCase("post")
                ? HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded))
                : HttpRequest.newBuilder(URI.create(address + "?" + encoded)).GET();
    }

    private static FormElement form(Document page, String button) {
        FormElement form = (FormElement)
                page.select("form:has(button:containsOwn(" + button + "))").first();
        assertThat(form)
                .as("a form with the button %s on %s", button, page.location())
                .isNotNull();
        return form;
    }

    private static List<KeyVal> filled(FormElement form, Map<String, String> typed) {
        Set<String> left = new HashSet<>(typed.keySet());
        List<KeyVal> data = new ArrayList<>();
        for (KeyVal field : form.formData()) {
            left.remove(field.key());
            data.add(HttpConnection.KeyVal.create(field.key(), typed.getOrDefault(field.key(), field.value())));
        }
        assertThat(left).as("fields that the form does not have").isEmpty();
        return data;
    }

    private static String address(Document page, FormElement form) {
        return form.absUrl("action").isEmpty() ? page.location() : form.absUrl("action");
    }

    private Document page(HttpRequest.Builder request, int status) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Document page = Jsoup.parse(answer.body(), answer.uri().toString());
            assertThat(answer.statusCode())
                    .as("%s: %s", answer.uri(), page.select("main").text())
                    .isEqualTo(status);
            return page;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
