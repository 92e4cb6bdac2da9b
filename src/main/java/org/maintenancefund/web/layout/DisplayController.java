package org.maintenancefund.web.layout;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * 大字版: remembers for a year, in a cookie, that this browser wants larger text. A GET, because it changes nothing but how
 * the browser that asks sees its pages, and so no page needs a form token only for this link.
 */
@Controller
class DisplayController {

    private static final Duration A_YEAR = Duration.ofDays(365);

    @GetMapping("/display")
    ResponseEntity<Void> show(
            @RequestParam(defaultValue = Layout.LARGE_TEXT) String text,
            @RequestParam(defaultValue = "/") String back,
            HttpServletRequest request) {
        boolean large = Layout.LARGE_TEXT.equals(text);
        ResponseCookie cookie = ResponseCookie.from(Layout.LARGE_TEXT_COOKIE, large ? Layout.LARGE_TEXT : "")
                .path(request.getContextPath() + "/")
                .maxAge(large ? A_YEAR : Duration.ZERO)
                .secure(request.isSecure())
                .httpOnly(true)
                .sameSite("Lax")
                .build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .header(HttpHeaders.LOCATION, addressHere(back))
                .build();
    }

    /** Only a path of this site: a link must not lead people elsewhere through us. */
    private static String addressHere(String back) {
        boolean pathOfThisSite = back.matches("/(?![/\\\\])[!-~&&[^\\\\\"<>]]*");
        return pathOfThisSite ? back : "/";
    }
}
