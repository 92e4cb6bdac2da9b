package org.maintenancefund.kernel;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Text as people type it here: trimmed of every kind of white space (the ideographic space U+3000 and the no-break space
 * too), refused where it holds characters nobody can see, otherwise kept as it is. Characters beyond the Basic Multilingual
 * Plane (𠮷) are kept and count as one; lengths are in characters, as PostgreSQL's {@code char_length} counts them.
 */
public final class ChineseText {

    private ChineseText() {}

    /** One line that must not be empty, of at most {@code max} characters. */
    public static Checked<String> required(@Nullable String typed, int max) {
        Checked<String> line = optional(typed, max);
        return line.isOk() && line.value().isEmpty() ? Checked.refused("kernel.text.required") : line;
    }

    /** One line that may be empty, of at most {@code max} characters. */
    public static Checked<String> optional(@Nullable String typed, int max) {
        return check(trim(typed), max, false);
    }

    /** Several lines, possibly none: line breaks (kept as {@code \n}) and tabs are welcome here. */
    public static Checked<String> paragraphs(@Nullable String typed, int max) {
        return check(trim(typed).replace("\r\n", "\n").replace('\r', '\n'), max, true);
    }

    /** Without the white space at both ends; the empty string for null. */
    public static String trim(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        int start = 0;
        int end = typed.length();
        while (start < end && isSpace(typed.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(typed.charAt(end - 1))) {
            end--;
        }
        return typed.substring(start, end);
    }

    /** Full width to half width and the like (Unicode NFKC): for codes, phone numbers and user names, not for names. */
    public static String nfkc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /**
     * The key under which text is searched and compared: NFKC, lower case, without white space and without the invisible
     * characters that only choose between two shapes of the same character. Folding twice changes nothing.
     */
    public static String fold(@Nullable String text) {
        if (text == null) {
            return "";
        }
        String folded = nfkc(nfkc(text).toLowerCase(Locale.ROOT));
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints()
                .filter(c -> !isSpace(c) && !isInvisible(c) && !isVariationSelector(c))
                .forEach(key::appendCodePoint);
        return key.toString();
    }

    /** Every white space taken out, between the characters too. */
    public static String withoutSpaces(String text) {
        StringBuilder rest = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isSpace(c)).forEach(rest::appendCodePoint);
        return rest.toString();
    }

    /** How many characters a reader sees as such: code points, not UTF-16 units. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static Checked<String> check(String text, int max, boolean linesAllowed) {
        int length = length(text);
        if (length > max) {
            return Checked.refused("kernel.text.too-long", max, length - max);
        }
        int position = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            position++;
            int c = text.codePointAt(i);
            boolean lineMark = c == '\n' || c == '\t';
            if (isInvisible(c) && !(linesAllowed && lineMark)) {
                return Checked.refused(lineMark ? "kernel.text.one-line" : "kernel.text.invisible", position);
            }
        }
        return Checked.ok(text);
    }

    /**
     * Characters without a shape of their own: controls, format characters (zero-width and direction marks), halves of
     * surrogate pairs, line and paragraph separators, non-characters, and the fillers that look like nothing. Private use
     * and not yet assigned ones are let through: registries still carry rare name characters there.
     */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isNonCharacter(c) || isFiller(c);
        };
    }

    private static boolean isNonCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    /** Default-ignorable letters and marks of Unicode, the variation selectors apart, and the blank Braille pattern. */
    private static boolean isFiller(int c) {
        return c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x17B4
                || c == 0x17B5
                || (c >= 0x180B && c <= 0x180F)
                || c == 0x2800
                || c == 0x3164
                || c == 0xFFA0
                || (c >= 0xE0000 && c <= 0xE00FF)
                || (c >= 0xE01F0 && c <= 0xE0FFF);
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }
}
