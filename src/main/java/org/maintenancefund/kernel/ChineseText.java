package org.maintenancefund.kernel;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text as people type and paste it here. What stands for nothing is taken out wherever it stands ({@link #clean}), controls
 * are refused, the rest is kept as it is. Characters beyond the Basic Multilingual Plane (𠮷) are kept and count as one;
 * lengths are in characters, as PostgreSQL's {@code char_length} counts them.
 */
public final class ChineseText {

    /** Hyphens, dashes and minus signs of every width, and the long vowel mark that input methods give for one. */
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212\u2043\u30FC]");

    /**
     * A key is at most so many times as long as its text may be, as the columns of keys allow: some characters stand for
     * many (㍿ for 株式会社).
     */
    private static final int LONGEST_KEY = 3;

    private ChineseText() {}

    /** One line that must not be empty, of at most {@code max} characters. */
    public static Checked<String> required(@Nullable String typed, int max) {
        Checked<String> line = optional(typed, max);
        return line.isOk() && isBlank(line.value()) ? Checked.refused("kernel.text.required") : line;
    }

    /** One line that may be empty, of at most {@code max} characters. */
    public static Checked<String> optional(@Nullable String typed, int max) {
        return check(clean(typed), max, false);
    }

    /** Several lines, possibly none: line breaks (kept as {@code \n}) and tabs are welcome here. */
    public static Checked<String> paragraphs(@Nullable String typed, int max) {
        return check(clean(typed).replace("\r\n", "\n").replace('\r', '\n'), max, true);
    }

    /**
     * What was meant: without the characters that stand for nothing, at the ends and in between, and without white space at
     * both ends. Chat programs put direction marks around numbers, spreadsheets and web pages leave zero-width spaces, byte
     * order marks and soft hyphens; PDF files give radicals (⼩) in place of the characters that look the same (小).
     */
    public static String clean(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        StringBuilder rest = new StringBuilder(typed.length());
        int before = -1;
        for (int i = 0; i < typed.length(); i += Character.charCount(typed.codePointAt(i))) {
            int c = typed.codePointAt(i);
            boolean choosesAShape = choosesShapes(c) && Character.isIdeographic(before);
            if (isRadical(c)) {
                rest.append(nfkc(Character.toString(c)));
            } else if (choosesAShape || !standsForNothing(c)) {
                rest.appendCodePoint(c);
            }
            before = c;
        }
        return trim(rest.toString());
    }

    /** A code or a number as it is meant: cleaned, half width, without white space, with a plain hyphen for every dash. */
    public static String code(@Nullable String typed) {
        return DASHES.matcher(withoutSpaces(nfkc(clean(typed)))).replaceAll("-");
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

    /** True where nothing was typed that anybody sees. */
    public static boolean isBlank(@Nullable String typed) {
        return fold(typed).isEmpty();
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
                .filter(c -> !isSpace(c) && !isInvisible(c) && !standsForNothing(c))
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
        if (!linesAllowed && length(fold(text)) > LONGEST_KEY * max) {
            return Checked.refused("kernel.text.compressed");
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
     * Characters that a text can't hold: controls, format characters (those that stand for nothing were taken out), halves of
     * surrogate pairs, line and paragraph separators, non-characters, the blank Braille pattern. Private use and not yet
     * assigned ones are let through: registries still carry rare name characters there.
     */
    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> isNonCharacter(c) || c == 0x2800;
        };
    }

    private static boolean isNonCharacter(int c) {
        return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    /** Unicode's Default_Ignorable_Code_Point, which Java doesn't tell: direction marks, zero widths, fillers, tags. */
    private static boolean standsForNothing(int c) {
        return switch (c) {
            case 0x00AD, 0x034F, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0 -> true;
            default ->
                isVariationSelector(c)
                        || (c >= 0x180B && c <= 0x180F)
                        || (c >= 0x200B && c <= 0x200F)
                        || (c >= 0x202A && c <= 0x202E)
                        || (c >= 0x2060 && c <= 0x206F)
                        || (c >= 0xFFF0 && c <= 0xFFF8)
                        || (c >= 0x1BCA0 && c <= 0x1BCA3)
                        || (c >= 0x1D173 && c <= 0x1D17A)
                        || (c >= 0xE0000 && c <= 0xE0FFF);
        };
    }

    private static boolean isVariationSelector(int c) {
        return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /** The variation selectors that Unicode and its ideographic variation database have for Chinese characters. */
    private static boolean choosesShapes(int c) {
        return (c >= 0xFE00 && c <= 0xFE02) || (c >= 0xE0100 && c <= 0xE01EF);
    }

    /** Radicals of which each stands for one character (NFKC): the Kangxi radicals and two of the supplement. */
    private static boolean isRadical(int c) {
        return (c >= 0x2F00 && c <= 0x2FD5) || c == 0x2E9F || c == 0x2EF3;
    }
}
