package org.maintenancefund.area.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Pinyin;

/**
 * Which names are easily taken for one another: one character other, missing or too many (和谐花园, 和谐家园), or the same
 * characters in another order (和谐花园, 谐和花园), or characters that sound the same (和谐花园, 荷协花园). Compared without the markers of {@link SiblingNames}.
 *
 * <p>Found by an index over {@link #keysOf}: two names one character apart have a key in common, because leaving out that
 * character gives the same rest (the symmetric delete of SymSpell, Garbe 2012). A common key is necessary, not
 * sufficient: {@link #areNear} decides.
 */
final class NearNames {

    /** Below this, one character is half of the name and everything is near. */
    private static final int SHORTEST = 3;

    /** Longer names are compared as a whole only, so that the index stays small. */
    private static final int LONGEST = 20;

    /** In front of the key that has the characters in their own order; no folded name begins with a blank. */
    private static final String SORTED = " ";

    /** In front of the key that says how the name sounds; no folded name begins with two blanks either. */
    private static final String SOUND = "  ";

    private NearNames() {}

    static List<String> keysOf(String name) {
        String base = SiblingNames.baseOf(name);
        int[] characters = base.codePoints().toArray();
        Set<String> keys = new LinkedHashSet<>();
        keys.add(base);
        if (characters.length <= LONGEST) {
            keys.add(SORTED + sorted(base));
            soundOf(base).ifPresent(sound -> keys.add(SOUND + sound));
        }
        if (characters.length >= SHORTEST && characters.length <= LONGEST) {
            for (int i = 0; i < characters.length; i++) {
                keys.add(without(characters, i));
            }
        }
        return List.copyOf(keys);
    }

    static boolean areNear(String one, String other) {
        String a = SiblingNames.baseOf(one);
        String b = SiblingNames.baseOf(other);
        if (a.equals(b) || sorted(a).equals(sorted(b)) || soundAlike(a, b)) {
            return true;
        }
        return Math.min(ChineseText.length(a), ChineseText.length(b)) >= SHORTEST && oneCharacterApart(a, b);
    }

    private static boolean soundAlike(String a, String b) {
        Optional<String> sound = soundOf(a);
        return sound.isPresent() && sound.equals(soundOf(b));
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
