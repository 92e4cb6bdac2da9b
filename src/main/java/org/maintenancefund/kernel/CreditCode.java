package org.maintenancefund.kernel;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015): 18 characters, of which the last one checks the others and
 * the 17th, inherited from the organisation code of GB 11714-1997, checks the 9th to 16th.
 *
 * <p>A well-formed code whose check characters do not hold can exist (early pilot codes): a reviewer may accept it with a
 * reason. Therefore {@link #wellFormed} reads it and {@link #doubt} tells; {@link #parse} refuses both.
 *
 * @param value 18 characters of the alphabet of GB 32100-2015
 */
public record CreditCode(String value) {

    /** Reason code of a code that is well-formed and fails a check. */
    public static final String CHECK_FAILED = "kernel.credit-code.check";

    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = 31;
    /** The administrative division of the registering authority, digits only (positions from 1). */
    private static final int DIVISION_FIRST = 3;

    private static final int DIVISION_LAST = 8;
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int MAX_TYPED = 60;

    public CreditCode {
        if (flaw(value).isPresent()) {
            throw new IllegalArgumentException("not a credit code");
        }
    }

    /** Reads what was typed and checks it; the reason of a failed check has the code {@link #CHECK_FAILED}. */
    public static Checked<CreditCode> parse(@Nullable String typed) {
        Checked<CreditCode> read = wellFormed(typed);
        if (read.isOk()) {
            Optional<Reason> doubt = read.value().doubt();
            if (doubt.isPresent()) {
                return new Checked.Refused<>(doubt.get());
            }
        }
        return read;
    }

    /** Reads what was typed without looking at the check characters: case, full width, spaces, hyphens do not matter. */
    public static Checked<CreditCode> wellFormed(@Nullable String typed) {
        String text = ChineseText.code(typed);
        if (text.isEmpty()) {
            return Checked.refused("kernel.credit-code.required");
        }
        if (text.length() > MAX_TYPED) {
            return Checked.refused("kernel.credit-code.too-long", ChineseText.length(text));
        }
        String code = text.replace("-", "").toUpperCase(Locale.ROOT);
        return flaw(code)
                .<Checked<CreditCode>>map(Checked.Refused::new)
                .orElseGet(() -> Checked.ok(new CreditCode(code)));
    }

    /** Why one should look again at the business licence, where a check character does not hold. */
    public Optional<Reason> doubt() {
        boolean holds =
                value.charAt(LENGTH - 1) == checkCharacter() && value.charAt(16) == organisationCheckCharacter();
        return holds ? Optional.empty() : Optional.of(Reason.of(CHECK_FAILED));
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<Reason> flaw(String code) {
        int length = ChineseText.length(code);
        for (int i = 0; i < code.length() && i < LENGTH; i++) {
            char c = code.charAt(i);
            boolean inDivision = i + 1 >= DIVISION_FIRST && i + 1 <= DIVISION_LAST;
            if (ALPHABET.indexOf(c) < 0) {
                boolean letter = c >= 'A' && c <= 'Z';
                return Optional.of(Reason.of(
                        letter ? "kernel.credit-code.letter" : "kernel.credit-code.character",
                        i + 1,
                        code.substring(i, code.offsetByCodePoints(i, 1))));
            }
            if (inDivision && length == LENGTH && !Character.isDigit(c)) {
                return Optional.of(Reason.of("kernel.credit-code.digit", i + 1));
            }
        }
        if (length == LENGTH) {
            return Optional.empty();
        }
        String reason = length < LENGTH ? "kernel.credit-code.too-short" : "kernel.credit-code.too-long";
        return Optional.of(Reason.of(reason, length));
    }

    /** GB 32100-2015: weights 3^i mod 31, check = (31 − Σ mod 31) mod 31. */
    private char checkCharacter() {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(value.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    /** GB 11714-1997: digits count as themselves, letters as 10 (A) to 35 (Z); 11 − Σ mod 11, 10 is X, 11 is 0. */
    private char organisationCheckCharacter() {
        int sum = 0;
        for (int i = 0; i < ORGANISATION_WEIGHTS.length; i++) {
            sum += Character.digit(value.charAt(8 + i), 36) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : (char) ('0' + check % 11);
    }
}
