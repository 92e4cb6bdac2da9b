package org.maintenancefund.kernel.search;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.maintenancefund.kernel.Pinyin;

/** How a written name sounds: hexiehuayuan, and by the first letters of its syllables hxhy. Numbers are read as people say them. */
public final class NameSound {

    /** Longer names can be told by their beginning. */
    private static final int LONGEST = 200;

    /** Readings that names of places have and the dictionary doesn't give first. */
    private static final Map<Integer, String> IN_NAMES = Stream.of(
                    "长chang", "重chong", "都du", "泊bo", "曾zeng", "地di", "弄long", "什shi", "藏cang")
            .collect(Collectors.toUnmodifiableMap(reading -> reading.codePointAt(0), reading -> reading.substring(1)));

    private static final String[] DIGITS = {"ling", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu"};
    private static final String TEN = "shi";

    private NameSound() {}

    /** Its syllables without tones, joined; what has no reading stays as it is. */
    public static String of(String written) {
        return read(written, false);
    }

    /** The first letters of its syllables. */
    public static String initials(String written) {
        return read(written, true);
    }

    private static String read(String written, boolean firstLetters) {
        StringBuilder sound = new StringBuilder();
        int[] characters = written.codePoints().toArray();
        for (int i = 0; i < characters.length && sound.length() < LONGEST; i++) {
            int c = characters[i];
            if (isDigit(c)) {
                int end = i;
                while (end < characters.length && isDigit(characters[end])) {
                    end++;
                }
                number(new String(characters, i, end - i), firstLetters, sound);
                i = end - 1;
            } else {
                add(c < 0x80 ? Character.toString(c) : syllable(c), firstLetters, sound);
            }
        }
        return sound.toString();
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String syllable(int c) {
        String known = IN_NAMES.get(c);
        return known == null ? Pinyin.of(c).orElseGet(() -> Character.toString(c)) : known;
    }

    /** 12 as twelve (shier), longer ones digit by digit. */
    private static void number(String digits, boolean firstLetters, StringBuilder sound) {
        if (digits.length() == 2 && digits.charAt(0) != '0') {
            if (digits.charAt(0) > '1') {
                add(DIGITS[digits.charAt(0) - '0'], firstLetters, sound);
            }
            add(TEN, firstLetters, sound);
            if (digits.charAt(1) > '0') {
                add(DIGITS[digits.charAt(1) - '0'], firstLetters, sound);
            }
            return;
        }
        digits.chars().forEach(digit -> add(DIGITS[digit - '0'], firstLetters, sound));
    }

    private static void add(String syllable, boolean firstLetters, StringBuilder sound) {
        sound.append(syllable, 0, firstLetters ? Character.charCount(syllable.codePointAt(0)) : syllable.length());
    }
}
