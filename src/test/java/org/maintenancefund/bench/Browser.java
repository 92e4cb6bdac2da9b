package org.maintenancefund.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Someone's browser: who signs in, finds a link and has cookies that the load can go on with. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Browser(int port) {
        this.port = port;
    }

    static Browser anonymous(int port) {
        return new Browser(port);
    }

    static Browser signedIn(int port, String username, String password) throws IOException, InterruptedException {
        Browser browser = new Browser(port);
        Matcher token = TOKEN.matcher(browser.get("/login"));
        if (!token.find()) {
            throw new IllegalStateException("no form token on /login");
        }
        String form = Map.of("username", username, "password", password, "_csrf", token.group(1)).entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = browser.client.send(
                HttpRequest.newBuilder(browser.address("/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() != 200 || answer.uri().getPath().equals("/login")) {
            throw new IllegalStateException(username + " can't sign in: " + answer.statusCode() + " " + answer.uri());
        }
        return browser;
    }

    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    /** The first link of the page that looks like that. */
    String link(String page, String pattern) throws IOException, InterruptedException {
        Matcher link = Pattern.compile("href=\"(" + pattern + ")\"").matcher(get(page));
        if (!link.find()) {
            throw new IllegalStateException("no link " + pattern + " on " + page);
        }
        return link.group(1).replace("&amp;", "&");
    }

    String cookies() {
        return cookies.getCookieStore().get(address("/")).stream()
                .map(HttpCookie::toString)
                .collect(Collectors.joining("; "));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
