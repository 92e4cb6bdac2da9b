package org.maintenancefund.account.username;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a single character is read, as user names need it: lower case, without tones, v for ü. */
final class Reading {

    private static final Pattern SYLLABLE = Pattern.compile("[a-z]+");

    private Reading() {}

    /** The most frequent reading; a Latin letter reads as itself; empty for what the dictionary does not know. */
    static Optional<String> of(int character) {
        if (Character.isSupplementaryCodePoint(character)) {
            return Optional.empty();
        }
        if (character < 0x80) {
            return syllable(String.valueOf((char) character));
        }
        return PinyinHelper.toPinyinList((char) character, PinyinStyleEnum.NORMAL).stream()
                .findFirst()
                .flatMap(Reading::syllable);
    }

    private static Optional<String> syllable(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('ü', 'v');
        return Optional.of(plain).filter(SYLLABLE.asMatchPredicate());
    }
}
