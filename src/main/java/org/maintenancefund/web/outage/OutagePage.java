package org.maintenancefund.web.outage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;

/**
 * The page for the time without a database. It needs nothing else: with a session cookie even a style sheet is out of
 * reach then, so that its few styles stand in the page, and its own policy allows exactly these.
 */
final class OutagePage {

    private static final String SECONDS_UNTIL_NEXT_TRY = "30";

    private final byte[] html;
    private final String policy;

    OutagePage() {
        try {
            String text = new ClassPathResource("outage/503.html").getContentAsString(StandardCharsets.UTF_8);
            this.html = text.getBytes(StandardCharsets.UTF_8);
            this.policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src '"
                    + hash(style(text)) + "'";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(HttpServletResponse response) throws IOException {
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_NEXT_TRY);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(html.length);
        response.getOutputStream().write(html);
        response.flushBuffer();
    }

    private static String style(String text) {
        String start = "<style>";
        return text.substring(text.indexOf(start) + start.length(), text.indexOf("</style>"));
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
