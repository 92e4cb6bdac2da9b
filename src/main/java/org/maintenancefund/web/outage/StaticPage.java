package org.maintenancefund.web.outage;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.maintenancefund.kernel.Sha256;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * A page that needs nothing else: without a database even a style sheet is out of reach with a session cookie, so that its
 * few styles stand in the page, and its own policy allows exactly these.
 */
public final class StaticPage {

    private final byte[] html;
    private final String policy;

    /** The page in a file of the class path. */
    public StaticPage(String file) {
        try {
            String text = new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
            this.html = text.getBytes(StandardCharsets.UTF_8);
            this.policy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src '"
                    + hash(style(text)) + "'";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Answers with it.
     *
     * @param again seconds until another try may go better; 0 where none does
     */
    public void write(HttpServletResponse response, HttpStatusCode status, int again) throws IOException {
        response.reset();
        response.setStatus(status.value());
        if (again > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(again));
        }
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
        byte[] digest = Sha256.of(style.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
