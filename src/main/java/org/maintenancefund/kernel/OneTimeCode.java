package org.maintenancefund.kernel;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Eight random characters of Crockford's base32 (40 bits), told to a person on paper or by telephone: 激活码, 回执码; 查询码, which is
 * kept for years and typed from paper again and again, without what looks like a letter (39 bits).
 *
 * <p>Its alphabet has no I, L, O, U; what people write instead is read as what it looks like.
 *
 * @param value eight characters, without the group mark
 */
public record OneTimeCode(String value) {

    /** How many characters a code has. */
    public static final int LENGTH = 8;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final String WITHOUT_LOOKALIKES = ALPHABET.substring(2);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new code from a cryptographically strong source. */
    public static OneTimeCode generate() {
        return of(ALPHABET);
    }

    /** The same without 0 and 1, so that nobody asks whether a letter is meant. */
    public static OneTimeCode generateWithoutLookalikes() {
        return of(WITHOUT_LOOKALIKES);
    }

    /** The one, without 0 and 1, that a signature stands for: the same each time, and nobody else can tell it. */
    public static OneTimeCode of(byte[] signature) {
        BigInteger rest = new BigInteger(1, signature);
        BigInteger letters = BigInteger.valueOf(WITHOUT_LOOKALIKES.length());
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(WITHOUT_LOOKALIKES.charAt(rest.mod(letters).intValue()));
            rest = rest.divide(letters);
        }
        return new OneTimeCode(code.toString());
    }

    private static OneTimeCode of(String alphabet) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        return new OneTimeCode(code.toString());
    }

    /** Reads what a person typed: case, full width, spaces and hyphens do not matter, O is 0, I and L are 1. */
    public static Optional<OneTimeCode> parse(@Nullable String typed) {
        String code = ChineseText.code(typed)
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        boolean readable = code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return readable ? Optional.of(new OneTimeCode(code)) : Optional.empty();
    }

    /** As it is printed: two groups of four. */
    public String grouped() {
        return value.substring(0, 4) + "-" + value.substring(4);
    }

    /** Never the code itself: a code must not get into a log by accident. */
    @Override
    public String toString() {
        return "********";
    }
}
