package org.maintenancefund.kernel.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.maintenancefund.kernel.ChineseText;

/**
 * What remains of a written name without what people add and leave out, and the keys by which it is found again where it is
 * remembered or typed wrongly. Two names that differ by one character, by one more or one less, or by two that changed places,
 * have a key in common: without that character both are the same (the symmetric delete of SymSpell, Garbe 2012).
 *
 * @param text the name without 小区, 住宅区 and the like
 */
public record NameCore(String text) {

    /** In front of a whole name. */
    private static final String WHOLE = "=";

    /** In front of a name without one of its characters. */
    private static final String WITHOUT_ONE = "-";

    /** In front of how a name sounds. */
    private static final String SOUND = "~";

    /** In front of the stem. */
    private static final String STEM = "^";

    /** Of a shorter name one character is too much. */
    private static final int SHORTEST_TO_MISTAKE = 3;

    /** Longer names are found by their parts. */
    private static final int LONGEST_TO_MISTAKE = 16;

    /** The shortest name that is taken out of what was typed around it. */
    private static final int SHORTEST_PART = 3;

    private static final String PART = "(?:[0-9]{1,3}|[a-z]|[东南西北中甲乙丙丁])(?:期|片?区|号院|号楼|街坊|组团|栋|幢|座|村|里|坊|苑|园)";

    private static final Pattern SAID_OR_NOT =
            Pattern.compile("(?<=..)(?<![0-9])(?:住宅小区|住宅区|小区|社区)+(?=$|" + PART + "|[0-9]{1,2}$|业委会|业主委员会|管理处)");

    private static final Pattern PART_AT_END = Pattern.compile("(?<=..)(?:" + PART + "|(?<=\\p{IsHan})[0-9]{1,2})$");

    private static final Pattern KIND_AT_END =
            Pattern.compile("(?<=..)(?:小区|社区|花园|家园|花苑|[佳嘉雅名新丽]苑|苑|公寓|大厦|广场|新城|名城|花城|国际|城|公馆|府邸|府|[华名雅]庭|庭"
                    + "|[雅名]居|居|新村|山庄|庄园|别墅|园|里|村|业委会|业主委员会|业委会筹备组|业主委员会筹备组|管理处|物业|服务|管理|公司"
                    + "|有限公司|有限责任公司|股份有限公司)$");

    /** Of a written name. */
    public static NameCore of(String written) {
        return new NameCore(SAID_OR_NOT.matcher(written).replaceAll(""));
    }

    /** Without part and kind: 汇龙新城花园2期 → 汇龙. */
    public String stem() {
        String stem = text;
        String shorter = withoutEnd(stem);
        while (!shorter.equals(stem)) {
            stem = shorter;
            shorter = withoutEnd(stem);
        }
        return stem;
    }

    private static String withoutEnd(String name) {
        String rest = PART_AT_END.matcher(name).replaceFirst("");
        return rest.equals(name) ? KIND_AT_END.matcher(name).replaceFirst("") : rest;
    }

    /** The key of names that are the same. */
    public String key() {
        return WHOLE + text;
    }

    /** What a name is found by, to be stored. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>(List.of(key(), SOUND + NameSound.of(text), STEM + stem()));
        withoutOne().forEach(rest -> keys.add(WITHOUT_ONE + rest));
        return keys;
    }

    /** Of these one is a key of each name that is the same or sounds the same. */
    List<String> keysOfSame() {
        return List.of(key(), SOUND + NameSound.of(text));
    }

    /** Of these one is a key of each name that is one mistake away. */
    List<String> keysOfMistaken() {
        List<String> keys = new ArrayList<>(List.of(WITHOUT_ONE + text));
        for (String rest : withoutOne()) {
            keys.add(WHOLE + rest);
            keys.add(WITHOUT_ONE + rest);
        }
        return keys;
    }

    /** The keys of all names that stand within the text. */
    List<String> keysOfParts() {
        int[] characters = text.codePoints().limit(20).toArray();
        List<String> keys = new ArrayList<>();
        for (int start = 0; start + SHORTEST_PART <= characters.length; start++) {
            for (int end = start + SHORTEST_PART; end <= characters.length; end++) {
                keys.add(WHOLE + new String(characters, start, end - start));
            }
        }
        return keys;
    }

    /** The keys of names with the same stem, of whatever kind. */
    List<String> keysOfKin() {
        return List.of(STEM + stem());
    }

    private boolean mayBeMistaken() {
        return length() >= SHORTEST_TO_MISTAKE && length() <= LONGEST_TO_MISTAKE;
    }

    private int length() {
        return ChineseText.length(text);
    }

    private Set<String> withoutOne() {
        Set<String> rests = new LinkedHashSet<>();
        if (mayBeMistaken()) {
            int[] characters = text.codePoints().toArray();
            for (int i = 0; i < characters.length; i++) {
                rests.add(new String(characters, 0, i) + new String(characters, i + 1, characters.length - i - 1));
            }
        }
        return rests;
    }

    /** True where one character is other, missing or too many, or two neighbours changed places. */
    boolean isOneMistakeFrom(NameCore other) {
        boolean mayBe = mayBeMistaken() && other.length() > 1 || other.mayBeMistaken() && length() > 1;
        if (!mayBe || text.equals(other.text)) {
            return false;
        }
        int[] x = text.codePoints().toArray();
        int[] y = other.text.codePoints().toArray();
        int shorter = Math.min(x.length, y.length);
        int start = 0;
        while (start < shorter && x[start] == y[start]) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && x[x.length - 1 - end] == y[y.length - 1 - end]) {
            end++;
        }
        int longest = Math.max(x.length, y.length) - start - end;
        boolean swapped = longest == 2 && x.length == y.length && x[start] == y[start + 1] && x[start + 1] == y[start];
        return longest == 1 || swapped;
    }
}
