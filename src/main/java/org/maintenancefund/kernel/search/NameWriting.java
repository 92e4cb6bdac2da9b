package org.maintenancefund.kernel.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Numerals;
import org.maintenancefund.kernel.Simplified;

/**
 * Text as searches compare it, stored and typed alike: one writing for all that the same name may be written in. Beside what
 * {@link ChineseText#fold} makes equal these are simplified and traditional characters, numbers of any writing (1期, 一期, Ⅰ期,
 * 壹期, 第一期), brackets, dots and dashes or none, and 弄 and 号 behind a number.
 */
public final class NameWriting {

    /** Parts the fields of a search key; can't be typed, for folding takes control characters out. */
    public static final String SEPARATOR = "\u001f";

    /** Brackets, dots and dashes: Unicode's kinds of them, and those that it counts among other signs. */
    private static final String SIGNS = "<>·•・‧∙⋅.。~〜−ー";

    /** What numbers count in names; a Roman numeral and 陆 or 两 are numbers before these alone. */
    private static final String COUNTED = "期区村里街坊栋号院苑弄幢座组单标地楼园巷";

    private static final String RARE_NUMERALS = "两壹贰叁肆伍陆柒捌玖拾佰";

    private NameWriting() {}

    public static String of(@Nullable String text) {
        return new Writer(Simplified.of(ChineseText.fold(text)).codePoints().toArray()).write();
    }

    /** The fields of a search key, each written by itself. */
    public static String key(List<String> fields) {
        return fields.stream().map(NameWriting::of).collect(Collectors.joining(SEPARATOR));
    }

    /**
     * A search key of a table that is read through.
     *
     * @param name   by which it is found in letters too
     * @param others what else it is found by
     */
    public static String keyInLetters(String name, String... others) {
        String written = of(name);
        List<String> fields = new ArrayList<>(List.of(name));
        fields.addAll(List.of(others));
        fields.add(NameSound.of(written));
        fields.add(NameSound.initials(written));
        return key(fields);
    }

    private static boolean isSign(int c) {
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION, Character.END_PUNCTUATION -> c != '{' && c != '}';
            case Character.DASH_PUNCTUATION -> true;
            default -> SIGNS.indexOf(c) >= 0;
        };
    }

    private static boolean isNumber(int c) {
        return Character.isDigit(c) || Numerals.isChinese(c);
    }

    /** Writes one text. */
    private static final class Writer {

        private final int[] characters;
        private final StringBuilder written = new StringBuilder();
        private int place;

        private Writer(int[] characters) {
            this.characters = characters;
        }

        private String write() {
            while (place < characters.length) {
                int c = characters[place];
                if (Numerals.isChinese(c)) {
                    numeral();
                } else if (c == 'i' || c == 'v' || c == 'x') {
                    roman();
                } else if (c == '弄' && endsWithDigit()) {
                    copy('号');
                } else if (isSign(c) && !betweenNumbers() || c == '第' && isNumberAt(place + 1)) {
                    place++;
                } else {
                    copy(c);
                }
            }
            return written.toString();
        }

        private void copy(int c) {
            written.appendCodePoint(c);
            place++;
        }

        private void numeral() {
            int end = place;
            boolean rareOnly = true;
            while (end < characters.length && Numerals.isChinese(characters[end])) {
                rareOnly = rareOnly && RARE_NUMERALS.indexOf(characters[end]) >= 0;
                end++;
            }
            boolean counts = !rareOnly || place > 0 && characters[place - 1] == '第' || isCountedAt(end);
            number(counts ? Numerals.chinese(text(end)) : OptionalInt.empty(), end);
        }

        private void roman() {
            int end = place;
            while (end < characters.length && isLatin(characters[end])) {
                end++;
            }
            boolean alone = place > 0 && !isLatin(characters[place - 1]) && !Character.isDigit(characters[place - 1]);
            boolean counts = alone && (end == characters.length ? end - place > 1 : isCountedAt(end));
            number(counts ? Numerals.roman(text(end)) : OptionalInt.empty(), end);
        }

        private void number(OptionalInt value, int end) {
            if (value.isPresent()) {
                written.append(value.getAsInt());
                place = end;
            }
            while (place < end) {
                copy(characters[place]);
            }
        }

        private String text(int end) {
            return new String(characters, place, end - place);
        }

        private boolean isCountedAt(int at) {
            int counted = at < characters.length && isSign(characters[at]) ? at + 1 : at;
            return counted < characters.length && COUNTED.indexOf(characters[counted]) >= 0;
        }

        private boolean isNumberAt(int at) {
            return at < characters.length && isNumber(characters[at]);
        }

        /** 1-3栋 is not 13栋. */
        private boolean betweenNumbers() {
            return place > 0 && isNumber(characters[place - 1]) && isNumberAt(place + 1);
        }

        private boolean endsWithDigit() {
            return !written.isEmpty() && Character.isDigit(written.charAt(written.length() - 1));
        }

        private static boolean isLatin(int c) {
            return c >= 'a' && c <= 'z';
        }
    }
}
