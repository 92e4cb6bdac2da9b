package org.maintenancefund.kernel;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a single character is read: lower case, without tones, v for ü, as user names need it. */
public final class Pinyin {

    private static final Pattern SYLLABLE = Pattern.compile("[a-z]+");

    private static final Pattern TONED = Pattern.compile("[a-z]+[1-5]?");

    private Pinyin() {}

    /** The most frequent reading; a Latin letter reads as itself; empty for what the dictionary does not know. */
    public static Optional<String> of(int character) {
        if (Character.isSupplementaryCodePoint(character)) {
            return Optional.empty();
        }
        if (character < 0x80) {
            return syllable(String.valueOf((char) character));
        }
        return PinyinHelper.toPinyinList((char) character, PinyinStyleEnum.NORMAL).stream()
                .findFirst()
                .flatMap(Pinyin::syllable);
    }

    /** The most frequent reading of a Chinese character with the number of its tone behind, 5 for none: he2. */
    static Optional<String> toned(int character) {
        return allToned(character).stream().findFirst();
    }

    /** The same of the reading that these letters are; without one in the dictionary with 5 behind. */
    static String toned(int character, String letters) {
        return allToned(character).stream()
                .filter(reading -> reading.substring(0, reading.length() - 1).equals(letters))
                .findFirst()
                .orElse(letters + "5");
    }

    private static List<String> allToned(int character) {
        return Character.isSupplementaryCodePoint(character)
                ? List.of()
                : PinyinHelper.toPinyinList((char) character, PinyinStyleEnum.NUM_LAST).stream()
                        .map(reading -> reading.toLowerCase(Locale.ROOT).replace('ü', 'v'))
                        .filter(TONED.asMatchPredicate())
                        .map(reading ->
                                Character.isDigit(reading.charAt(reading.length() - 1)) ? reading : reading + "5")
                        .toList();
    }

    private static Optional<String> syllable(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('ü', 'v');
        return Optional.of(plain).filter(SYLLABLE.asMatchPredicate());
    }
}
