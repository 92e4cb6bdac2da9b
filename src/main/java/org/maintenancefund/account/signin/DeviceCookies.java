package org.maintenancefund.account.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OwnCookie;
import org.maintenancefund.account.ServerKeys;
import org.maintenancefund.kernel.Sha256;
import org.maintenancefund.web.ratelimit.Purpose;
import org.maintenancefund.web.ratelimit.Throttle;
import org.springframework.stereotype.Component;

/**
 * A signed cookie for each account a browser has signed in to: {@code device.signature}, the signature over account and
 * device. It opens nothing; it only says that this browser is not a stranger.
 */
@Component
@RequiredArgsConstructor
class DeviceCookies {

    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final String KEY = "device-cookie";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ServerKeys keys;
    private final Throttle throttle;

    /** The browser's own counter for that account, or {@link Throttle#STRANGERS}. */
    String device(HttpServletRequest request, String username) {
        String subject = Sha256.hex(username);
        String value = cookie(subject).read(request).orElse("");
        int dot = value.indexOf('.');
        if (dot != 32 || value.length() > 120) {
            return Throttle.STRANGERS;
        }
        String device = value.substring(0, dot);
        byte[] given = value.substring(dot + 1).getBytes(StandardCharsets.US_ASCII);
        byte[] expected = sign(subject + "." + device).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(given, expected) ? device : Throttle.STRANGERS;
    }

    /** The password was right: the browser is known from now on, and what it guessed before is forgotten. */
    void remember(HttpServletRequest request, HttpServletResponse response, String username) {
        String subject = Sha256.hex(username);
        String known = device(request, username);
        throttle.forget(Purpose.PASSWORD, username, known);
        String device = known.equals(Throttle.STRANGERS) ? newDevice() : known;
        cookie(subject).write(request, response, device + "." + sign(subject + "." + device), LIFETIME);
    }

    private static OwnCookie cookie(String subject) {
        return new OwnCookie("device-" + subject.substring(0, 16));
    }

    private static String newDevice() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private String sign(String text) {
        return HexFormat.of().formatHex(keys.sign(KEY, text));
    }
}
