package org.maintenancefund.kernel;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes identifiers, and reads them. */
public final class Ids {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** An identifier that was typed or sent; empty where it is none. */
    public static Optional<UUID> read(@Nullable String text) {
        try {
            return Optional.of(UUID.fromString(ChineseText.clean(text)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * An unguessable word (256 bits) for cookies and links. It is kept as its {@link Sha256}, which is enough where nobody can
     * try out what it was made of.
     */
    public static String secret() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether the text has the form of what {@link #secret()} makes. */
    public static boolean isSecret(String text) {
        return text.matches("[A-Za-z0-9_-]{43}");
    }

    /**
     * A new UUID of version 7 (RFC 9562, section 5.7): 48 bits of milliseconds, then random bits. Ordered by time, so that
     * indexes grow at one end; not guessable, so that addresses with it give nothing away.
     */
    public static UUID next() {
        long millis = System.currentTimeMillis();
        long high = (millis << 16) | 0x7000L | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
