package org.maintenancefund.kernel;

import com.github.houbb.pinyin.constant.enums.PinyinStyleEnum;
import com.github.houbb.pinyin.util.PinyinHelper;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a single character is read: lower case, without tones, v for ü, as user names need it. */
public final class Pinyin {

    private static final Pattern SYLLABLE = Pattern.compile("[a-z]+");

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

    private static Optional<String> syllable(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace('ü', 'v');
        return Optional.of(plain).filter(SYLLABLE.asMatchPredicate());
    }
}
