package org.maintenancefund.test;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Collectors;
import org.jsoup.Connection.KeyVal;
import org.jsoup.Jsoup;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** A person with nothing but HTTP and its cookies: opens pages over a socket and sends their forms as they stand there. */
public final class HttpVisitor {

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private final String server;

    private HttpVisitor(String server) {
        this.server = server;
    }

    /** Signs in at the server of that port. */
    public static HttpVisitor signedIn(int port, String username, String password) {
        HttpVisitor visitor = new HttpVisitor("http://localhost:" + port);
        Document workbench =
                visitor.send(visitor.open("/login"), "登录", Map.of("username", username, "password", password));
        assertThat(workbench.select("h1").text()).isEqualTo("工作台");
        return visitor;
    }

    /** The page, which must be there. */
    public Document open(String path) {
        return page(HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : server + path))
                .GET());
    }

    /**
     * Presses the button with these words: its form goes as it is, but for what is typed into some of its fields.
     *
     * @return the page that it leads to, which must be there
     */
    public Document send(Document page, String button, Map<String, String> typed) {
        FormElement form = (FormElement)
                page.select("form:has(button:containsOwn(" + button + "))").first();
        assertThat(form)
                .as("a form with the button %s on %s", button, page.location())
                .isNotNull();
        Set<String> left = new HashSet<>(typed.keySet());
        List<KeyVal> data = new ArrayList<>();
        for (KeyVal field : form.formData()) {
            left.remove(field.key());
            data.add(HttpConnection.KeyVal.create(field.key(), typed.getOrDefault(field.key(), field.value())));
        }
        assertThat(left).as("fields that the form does not have").isEmpty();
        String encoded = data.stream()
                .map(field -> encode(field.key()) + "=" + encode(field.value()))
                .collect(Collectors.joining("&"));
        String address = form.absUrl("action").isEmpty() ? page.location() : form.absUrl("action");
        return form.attr("method").equalsIgnoreCase("post")
                ? page(HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded)))
                : open(address + "?" + encoded);
    }

    private Document page(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            Document page = Jsoup.parse(answer.body(), answer.uri().toString());
            assertThat(answer.statusCode())
                    .as("%s: %s", answer.uri(), page.select("main").text())
                    .isEqualTo(200);
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
