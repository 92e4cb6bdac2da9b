package org.maintenancefund.kernel;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The key by which names are put in order, in code point order of the key: by pinyin as in a dictionary (sound, tone, then
 * character), numbers of whatever writing by their value: 一期, 二期, 三期, 十期; 2栋, 10栋. Made when a name is written, kept in a column
 * {@code sort_key} beside it.
 *
 * <p>Each character becomes a piece of the key by itself: numbers before letters, letters before Chinese characters, what has no
 * reading last; brackets and dots are left out. So names that begin alike lie together, see {@link #beginning}. A Chinese
 * numeral is a number only where it counts parts (和谐花园二期, 劲松三区), and not in 三里屯 or 八一路.
 */
public final class SortKey {

    /** Names in their order. */
    public static final Comparator<String> ORDER =
            Comparator.comparing((String name) -> of(name)).thenComparing(Comparator.naturalOrder());

    /** A key is at most as long as its column allows; names that begin with so many equal characters are equal. */
    private static final int MOST_PIECES = 100;

    private static final int LONGEST_NUMBER = 40;

    /** What Chinese numerals count within a name, by its first character: 期 区 村 里 街坊 号院 单元 组团 标段 地块. */
    private static final String PARTS = "期区村里街坊栋号院苑弄幢座组单标地楼园巷室#";

    /** The same where the numeral begins the name: 三里 and 六院 are mostly words of their own there. */
    private static final String PARTS_AT_START = "期区栋号幢座单组标村街";

    /** Readings that names have and the dictionary doesn't give first. */
    private static final Map<String, String> IN_NAMES = Stream.of(
                    "长chang2", "長chang2", "重chong2", "曾zeng1", "都du1", "地di4", "泊bo2", "靓liang4", "率shuai4", "焘tao1")
            .collect(Collectors.toUnmodifiableMap(reading -> reading.substring(0, 1), reading -> reading.substring(1)));

    private static final AtomicReferenceArray<@Nullable String> PIECES = new AtomicReferenceArray<>(0x10000);

    private SortKey() {}

    /** What has names in the order of these; each key is made once, where {@link #ORDER} makes two for each comparison. */
    public static <T> List<T> sorted(Collection<T> named, Function<T, String> name) {
        return named.stream()
                .map(item -> new Keyed<>(item, of(name.apply(item)), name.apply(item)))
                .sorted(Comparator.comparing((Keyed<T> keyed) -> keyed.key()).thenComparing(Keyed::name))
                .map(Keyed::item)
                .toList();
    }

    private record Keyed<T>(T item, String key, String name) {}

    /** The key of a name. */
    public static String of(@Nullable String name) {
        return new Writer(ChineseText.fold(name)).write("");
    }

    /** The same with another reading of the first character, in letters: of surnames (单 shan). */
    public static String of(String name, String firstReading) {
        return new Writer(ChineseText.fold(name)).write(firstReading);
    }

    /**
     * What the keys of all names begin with that begin with this, as far as it can be told: a number may go on, and what
     * comes behind a numeral says whether it is one.
     */
    public static String beginning(String foldedText) {
        int[] characters = foldedText.codePoints().toArray();
        int end = characters.length;
        while (end > 0 && mayGoOn(characters[end - 1])) {
            end--;
        }
        return end == 0 ? "" : new Writer(new String(characters, 0, end)).pieces("");
    }

    private static boolean mayGoOn(int c) {
        return !Character.isLetterOrDigit(c) || Character.isDigit(c) || isLatin(c) || c == '第' || Numerals.isChinese(c);
    }

    private static boolean isLatin(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static String piece(int c) {
        if (isLatin(c)) {
            return "1" + (char) c;
        }
        if (Character.isSupplementaryCodePoint(c)) {
            return "{" + Character.toString(c);
        }
        String kept = PIECES.get(c);
        if (kept == null) {
            String character = Character.toString(c);
            String reading = IN_NAMES.get(character);
            kept = (reading == null ? Pinyin.toned(c).orElse("{") : reading) + character;
            PIECES.set(c, kept);
        }
        return kept;
    }

    /** As long as it is, then its digits: a longer number is a higher one. */
    private static String number(String digits) {
        String value = digits.replaceFirst("^0+(?=.)", "");
        String shown = value.substring(0, Math.min(value.length(), LONGEST_NUMBER));
        return "0" + (char) ('0' + shown.length()) + shown;
    }

    /** Writes one key. */
    private static final class Writer {

        private final int[] characters;
        private final StringBuilder key = new StringBuilder();
        private int pieces;
        private int place;

        private Writer(String folded) {
            this.characters = folded.codePoints().toArray();
        }

        private String write(String firstReading) {
            String written = pieces(firstReading);
            return written.isEmpty() ? "~" : written;
        }

        private String pieces(String firstReading) {
            if (!firstReading.isEmpty() && characters.length > 0) {
                int first = characters[place++];
                add(Pinyin.toned(first, firstReading) + Character.toString(first));
            }
            while (place < characters.length && pieces < MOST_PIECES) {
                int c = characters[place];
                if (Character.isDigit(c)) {
                    number();
                } else if (Numerals.isChinese(c)) {
                    numeral();
                } else if (isLatin(c)) {
                    latin();
                } else {
                    if (Character.isLetterOrDigit(c) && !(c == '第' && isNumberAt(place + 1))) {
                        add(piece(c));
                    }
                    place++;
                }
            }
            return key.toString();
        }

        private void add(String piece) {
            key.append(piece);
            pieces++;
        }

        private void number() {
            StringBuilder digits = new StringBuilder();
            while (place < characters.length && Character.isDigit(characters[place])) {
                digits.append(Character.digit(characters[place++], 10));
            }
            add(SortKey.number(digits.toString()));
        }

        private void numeral() {
            int end = place;
            while (end < characters.length && Numerals.isChinese(characters[end])) {
                end++;
            }
            OptionalInt value = countsParts(end)
                    ? Numerals.chinese(new String(characters, place, end - place))
                    : OptionalInt.empty();
            addNumberOrPieces(value, end);
        }

        private void latin() {
            int end = place;
            while (end < characters.length && isLatin(characters[end])) {
                end++;
            }
            boolean alone = pieces > 0 && (place == 0 || !Character.isDigit(characters[place - 1]));
            OptionalInt value = alone && countsParts(end)
                    ? Numerals.roman(new String(characters, place, end - place))
                    : OptionalInt.empty();
            addNumberOrPieces(value, end);
        }

        private void addNumberOrPieces(OptionalInt value, int end) {
            if (value.isPresent()) {
                add(SortKey.number(Integer.toString(value.getAsInt())));
                place = end;
            }
            while (place < end) {
                add(piece(characters[place++]));
            }
        }

        /** True where what ends there is followed by what is counted, by a bracket or by nothing. */
        private boolean countsParts(int end) {
            if (place > 0 && characters[place - 1] == '第') {
                return true;
            }
            if (end == characters.length) {
                return pieces > 0;
            }
            int next = characters[end];
            return pieces == 0
                    ? PARTS_AT_START.indexOf(next) >= 0
                    : PARTS.indexOf(next) >= 0 || !Character.isLetterOrDigit(next);
        }

        private boolean isNumberAt(int at) {
            return at < characters.length && (Character.isDigit(characters[at]) || Numerals.isChinese(characters[at]));
        }
    }
}
