package org.maintenancefund.kernel.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Conditions;

/**
 * What was typed into a search field, folded and written the way the stored keys are. Holds no white space, no control
 * character (so no U+0000, at which PostgreSQL fails) and no U+001F, which separates the parts of a stored key.
 *
 * @param key     the folded text, possibly empty: for whole names and beginnings as they stand
 * @param written the same in the one writing of {@link NameWriting}: for what stands anywhere
 * @param words   the same word by word
 */
public record SearchText(String key, String written, List<String> words) {

    /** Longer than any name, address or number: finds nothing. */
    private static final int LONGEST = 200;

    private static final int MOST_WORDS = 8;

    static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern LETTERS = Pattern.compile("[a-z0-9]*[a-z][a-z0-9]*[a-z][a-z0-9]*");

    public static SearchText of(@Nullable String typed) {
        String key = ChineseText.fold(typed);
        String written = NameWriting.of(typed);
        // Signs alone are no name: they are looked for as they are.
        return new SearchText(key, written.isEmpty() ? key : written, wordsOf(typed == null ? "" : typed));
    }

    private static List<String> wordsOf(String typed) {
        return Arrays.stream(SPACES.split(typed))
                .map(NameWriting::of)
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST_WORDS)
                .toList();
    }

    public boolean isBlank() {
        return key.isEmpty();
    }

    public boolean isTooLong() {
        return ChineseText.length(key) > LONGEST;
    }

    /** True where it may be how a name sounds: hexie, hxhy, hexieyuan2qi. */
    public boolean isLetters() {
        return LETTERS.matcher(written).matches();
    }

    /** What of it is compared with the cores of names. */
    public NameCore core() {
        return NameCore.of(written);
    }

    /**
     * What the key of every hit holds: the character itself, or all pairs of neighbours. Single characters of a longer
     * text are left out: they find nothing more and mislead the planner, which takes grams for independent.
     */
    List<String> grams() {
        return grams(written);
    }

    /** The same of all the words. */
    public List<String> gramsOfWords() {
        return words.stream().flatMap(word -> grams(word).stream()).distinct().toList();
    }

    private static List<String> grams(String text) {
        int[] characters = text.codePoints().toArray();
        if (characters.length < 2) {
            return List.of(text);
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(new String(characters, i, 2));
        }
        return pairs;
    }

    /** True where holding all grams means holding the text. */
    boolean isOneGram() {
        return ChineseText.length(written) <= 2;
    }

    /** That a written key holds the text: where there is an index of {@code grams(key)}, it finds the rows. */
    public void narrow(Conditions conditions, String key) {
        conditions
                .and("grams(" + key + ") @> :grams::text[] AND strpos(" + key + ", :written) > 0")
                .bind("grams", grams().toArray(String[]::new))
                .bind("written", written);
    }

    /** In code point order every text that begins with the key lies from the key up to this. */
    String prefixEnd() {
        return key + LAST_CHARACTER;
    }
}
