package org.maintenancefund.demo;

import java.util.stream.Stream;
import org.maintenancefund.kernel.CreditCode;

/** Credit codes that pass every check and belong to nobody: the division 990100 does not exist. */
public final class FictionalCreditCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private FictionalCreditCode() {}

    /** The code whose organisation part is made of {@code number}; its two check characters are found by trying. */
    public static CreditCode of(int number) {
        String body = "91990100MA%06d".formatted(number);
        return checkCharacters()
                .map(last -> CreditCode.parse(body + last))
                .filter(read -> read.isOk())
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Stream<String> checkCharacters() {
        return ALPHABET.chars()
                .mapToObj(Character::toString)
                .flatMap(first -> ALPHABET.chars().mapToObj(second -> first + Character.toString(second)));
    }
}
