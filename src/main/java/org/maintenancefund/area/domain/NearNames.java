package org.maintenancefund.area.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Pinyin;

/**
 * Which names are easily taken for one another: characters that sound the same (和谐花园, 荷协花园) or stand in another order (谐和花园),
 * in longer names one character other, missing or too many (三湘海尚城, 三湘海岸城), and in one street the same stem with another word
 * for its kind (新华苑, 新华公寓). Compared without the markers of {@link SiblingNames}. Names that differ by a number alone are of one
 * series (三村, 五村; 365号, 367号), and nobody takes 金钟苑 for 金桂苑.
 *
 * <p>Found by an index over {@link #keysOf}: two names one character apart have a key in common, because leaving out that
 * character gives the same rest (the symmetric delete of SymSpell, Garbe 2012). A common key is necessary, not
 * sufficient: {@link #to} decides.
 */
final class NearNames {

    /** What makes two names near, the likelier mistake first. */
    enum Nearness {
        SAME_NAME,
        SAME_SOUND,
        SAME_CHARACTERS,
        ONE_CHARACTER,
        /** Of one street only. */
        SAME_STEM
    }

    /** Below this, one character is too much of a name. */
    private static final int SHORTEST = 4;

    /** The same for what stands before the kind. */
    private static final int SHORTEST_STEM = 3;

    /** Longer names are compared as a whole only, so that the index stays small. */
    private static final int LONGEST = 20;

    /** In front of the key that has the characters in their own order; no folded name begins with a blank. */
    private static final String SORTED = " ";

    /** In front of the key that says how the name sounds; no folded name begins with two blanks either. */
    private static final String SOUND = "  ";

    /** In front of the key that is the stem alone. */
    private static final String STEM = "   ";

    private static final Pattern KIND_AT_END =
            Pattern.compile("(?<=..)(?:住宅小区|住宅区|小区|花园|家园|花苑|[佳嘉雅名新丽]苑|苑|公寓|大厦|广场|新城|名城|花城|国际|城|公馆|府邸|府"
                    + "|[华名雅]庭|庭|[雅名]居|居|新村|山庄|庄园|别墅|园)$");

    /** Numbers that count: of villages, houses, parts. */
    private static final Pattern NUMBER =
            Pattern.compile("[0-9]+|[零〇一二两三四五六七八九十百]+(?=村|新村|号|弄|院|里|街坊|坊|区|期|苑|园|栋|幢|座|小区|$)");

    private final String base;
    private final int length;
    private final String withoutNumbers;
    private final Optional<String> sound;
    private final String characters;
    private final String stem;

    private NearNames(String base) {
        this.base = base;
        this.length = length(base);
        this.withoutNumbers = withoutNumbers(base);
        this.sound = soundOf(base);
        this.characters = sorted(base);
        this.stem = stemOf(base);
    }

    /** A name that others are compared with. */
    static NearNames of(String name) {
        return new NearNames(SiblingNames.baseOf(name));
    }

    /** What a name is found by; its base comes first. */
    static List<String> keysOf(String name) {
        String base = SiblingNames.baseOf(name);
        int[] characters = base.codePoints().toArray();
        Set<String> keys = new LinkedHashSet<>();
        keys.add(base);
        if (characters.length <= LONGEST) {
            keys.add(SORTED + sorted(base));
            soundOf(base).ifPresent(sound -> keys.add(SOUND + sound));
            keys.add(STEM + stemOf(base));
        }
        if (characters.length >= SHORTEST && characters.length <= LONGEST) {
            for (int i = 0; i < characters.length; i++) {
                keys.add(without(characters, i));
            }
        }
        return List.copyOf(keys);
    }

    /** What makes another name near; empty where it isn't. */
    Optional<Nearness> to(String other) {
        return toBase(SiblingNames.baseOf(other));
    }

    /**
     * The same for many others, whose bases are known.
     *
     * @param other the first of its {@link #keysOf}
     */
    Optional<Nearness> toBase(String other) {
        if (base.equals(other)) {
            return Optional.of(Nearness.SAME_NAME);
        }
        if (withoutNumbers.equals(withoutNumbers(other))) {
            return Optional.empty();
        }
        int otherLength = length(other);
        if (length == otherLength && sound.isPresent() && sound.equals(soundOf(other))) {
            return Optional.of(Nearness.SAME_SOUND);
        }
        if (length == otherLength && characters.equals(sorted(other))) {
            return Optional.of(Nearness.SAME_CHARACTERS);
        }
        String otherStem = stemOf(other);
        if (stem.equals(otherStem)) {
            return Optional.of(Nearness.SAME_STEM);
        }
        boolean isLong = Math.min(length, otherLength) >= SHORTEST
                && (length != otherLength || Math.min(length(stem), length(otherStem)) >= SHORTEST_STEM);
        return isLong && oneCharacterApart(base, other) ? Optional.of(Nearness.ONE_CHARACTER) : Optional.empty();
    }

    private static String withoutNumbers(String base) {
        return NUMBER.matcher(base).replaceAll("#");
    }

    /** A name without the words for its kind: 汇龙新城花园 → 汇龙. */
    private static String stemOf(String base) {
        String stem = base;
        for (String shorter = withoutKind(stem); !shorter.equals(stem); shorter = withoutKind(stem)) {
            stem = shorter;
        }
        return stem;
    }

    private static String withoutKind(String name) {
        return KIND_AT_END.matcher(name).replaceFirst("");
    }

    private static int length(String text) {
        return ChineseText.length(text);
    }

    /** Its syllables without tones (he'xie'hua'yuan); empty where a character is none that can be read. */
    private static Optional<String> soundOf(String base) {
        List<Optional<String>> syllables =
                base.codePoints().mapToObj(Pinyin::of).toList();
        return syllables.stream().allMatch(Optional::isPresent)
                ? Optional.of(syllables.stream().map(Optional::orElseThrow).collect(Collectors.joining("'")))
                : Optional.empty();
    }

    private static boolean oneCharacterApart(String a, String b) {
        int[] x = a.codePoints().toArray();
        int[] y = b.codePoints().toArray();
        int shorter = Math.min(x.length, y.length);
        int start = 0;
        while (start < shorter && x[start] == y[start]) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && x[x.length - 1 - end] == y[y.length - 1 - end]) {
            end++;
        }
        return Math.max(x.length, y.length) - start - end == 1;
    }

    private static String sorted(String text) {
        int[] characters = text.codePoints().sorted().toArray();
        return new String(characters, 0, characters.length);
    }

    private static String without(int[] characters, int left) {
        StringBuilder rest = new StringBuilder(characters.length);
        for (int i = 0; i < characters.length; i++) {
            if (i != left) {
                rest.appendCodePoint(characters[i]);
            }
        }
        return rest.toString();
    }
}
