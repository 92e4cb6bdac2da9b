package org.maintenancefund.kernel.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.paging.Conditions;

/**
 * What was typed into a search field, folded the way the stored keys are. Holds no white space, no control character (so
 * no U+0000, at which PostgreSQL fails) and no U+001F, which separates the parts of a stored key.
 *
 * @param key the folded text, possibly empty
 */
public record SearchText(String key) {

    /** Longer than any name, address or number: finds nothing. */
    private static final int LONGEST = 200;

    static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    public static SearchText of(@Nullable String typed) {
        return new SearchText(ChineseText.fold(typed));
    }

    public boolean isBlank() {
        return key.isEmpty();
    }

    public boolean isTooLong() {
        return ChineseText.length(key) > LONGEST;
    }

    /**
     * What the key of every hit holds: the character itself, or all pairs of neighbours. Single characters of a longer
     * text are left out: they find nothing more and mislead the planner, which takes grams for independent.
     */
    List<String> grams() {
        int[] characters = key.codePoints().toArray();
        if (characters.length < 2) {
            return List.of(key);
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < characters.length; i++) {
            pairs.add(new String(characters, i, 2));
        }
        return pairs;
    }

    /** True where holding all grams means holding the text. */
    boolean isOneGram() {
        return ChineseText.length(key) <= 2;
    }

    /** That a folded key holds the text: where there is an index of {@code grams(key)}, it finds the rows. */
    public void narrow(Conditions conditions, String key) {
        conditions
                .and("grams(" + key + ") @> :grams::text[] AND strpos(" + key + ", :key) > 0")
                .bind("grams", grams().toArray(String[]::new))
                .bind("key", this.key);
    }

    /** In code point order every text that begins with the key lies from the key up to this. */
    String prefixEnd() {
        return key + LAST_CHARACTER;
    }
}
