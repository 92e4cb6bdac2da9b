package org.maintenancefund.kernel;

import com.github.houbb.nlp.common.format.ICharFormat;
import com.github.houbb.nlp.common.format.impl.CharFormats;

/** Traditional characters as the simplified ones that stand for them, character by character: 蘭亭 → 兰亭. */
public final class Simplified {

    private static final ICharFormat TABLE = CharFormats.chineseSimple();

    private Simplified() {}

    /** The same text, as it would be written in simplified characters. */
    public static String of(String text) {
        StringBuilder simplified = new StringBuilder(text.length());
        text.codePoints().map(Simplified::of).forEach(simplified::appendCodePoint);
        return simplified.toString();
    }

    /** The character itself where it is none of them. */
    public static int of(int character) {
        if (character < 0x3400 || Character.isSupplementaryCodePoint(character)) {
            return character;
        }
        if (character == '邨') {
            return '村';
        }
        char simplified = TABLE.format((char) character);
        // The table has half of those that lie beyond the Basic Multilingual Plane.
        return Character.isSurrogate(simplified) ? character : simplified;
    }
}
