package org.maintenancefund.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person's name as it stands in their papers: rare characters beyond the BMP are kept and not normalised away, the dot of
 * a name in two parts is the middle dot (买买提·阿不都拉), a name in Latin letters keeps its spaces.
 *
 * @param value two to fifty characters
 */
public record PersonName(String value) {

    /** Longest name in characters. */
    public static final int MAX_LENGTH = 50;

    /** What input methods and files give for the middle dot, and a full stop between two Chinese characters. */
    private static final Pattern DOTS = Pattern.compile(
            " *[\u00B7\u0387\u16EB\u2022\u2024\u2027\u2218\u2219\u22C5\u25CF\u25E6\u2E31\u2E33\u30FB\uFE52\uFF0E\uFF65\u02D9]"
                    + " *|(?<=\\p{IsIdeographic}) *\\. *(?=\\p{IsIdeographic})");
    /** The circles that are typed for 〇. */
    private static final Pattern ZEROS = Pattern.compile("[\u25CB\u25EF\u2B58]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SPACES_BESIDE_IDEOGRAPHS =
            Pattern.compile("(?<=\\p{IsIdeographic}) | (?=\\p{IsIdeographic})");

    public PersonName {
        if (value.isBlank() || ChineseText.length(value) > MAX_LENGTH) {
            throw new IllegalArgumentException("not a person's name");
        }
    }

    /** Reads what was typed; spaces between Chinese characters (王　国) are taken out. */
    public static Checked<PersonName> parse(@Nullable String typed) {
        Checked<String> line = ChineseText.optional(typed, MAX_LENGTH);
        if (!line.isOk()) {
            return new Checked.Refused<>(line.reason());
        }
        String name = spelled(line.value());
        if (name.isEmpty()) {
            return Checked.refused("kernel.name.required");
        }
        if (name.codePoints().anyMatch(Character::isDigit)) {
            return Checked.refused("kernel.name.digits");
        }
        if (!name.codePoints().allMatch(PersonName::belongsInAName)) {
            return Checked.refused("kernel.name.characters");
        }
        if (name.codePoints().filter(PersonName::isLetter).count() < 2) {
            return Checked.refused("kernel.name.incomplete");
        }
        return Checked.ok(new PersonName(name));
    }

    /** As a name is written that was typed to look for a person: the dot, the spaces and 〇 as in the names that are kept. */
    public static String spelled(String typed) {
        String name = SPACES.matcher(typed).replaceAll(" ");
        name = SPACES_BESIDE_IDEOGRAPHS.matcher(name).replaceAll("");
        return ZEROS.matcher(DOTS.matcher(name).replaceAll("·")).replaceAll("〇");
    }

    /** With only the first and the last character readable: 王*国, 王*. */
    public String masked() {
        int[] characters = value.codePoints().toArray();
        StringBuilder masked = new StringBuilder().appendCodePoint(characters[0]);
        masked.append("*".repeat(Math.max(1, characters.length - 2)));
        if (characters.length > 2) {
            masked.appendCodePoint(characters[characters.length - 1]);
        }
        return masked.toString();
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean belongsInAName(int c) {
        return isLetter(c) || isMark(c) || c == '·' || c == ' ' || c == '-' || c == '\'' || c == '’' || c == '.';
    }

    /** Letters, 〇 (a number to Unicode, a surname's character here) and rare characters this Java does not know yet. */
    private static boolean isLetter(int c) {
        return Character.isLetter(c)
                || Character.isIdeographic(c)
                || Character.getType(c) == Character.PRIVATE_USE
                || Character.getType(c) == Character.UNASSIGNED;
    }

    /** What belongs to the letter before it: accents, variation selectors. */
    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }
}
