package org.maintenancefund.application.domain;

import java.security.SecureRandom;
import java.util.Base64;
import org.maintenancefund.kernel.Sha256;

/** Unguessable words (256 bits) for cookies and links, and the hash under which they are kept. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    public static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** SHA-256 in hex: enough for words of 256 random bits, which nobody can try out. */
    public static String hash(String secret) {
        return Sha256.hex(secret);
    }
}
