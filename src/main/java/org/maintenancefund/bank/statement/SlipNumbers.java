package org.maintenancefund.bank.statement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maintenancefund.kernel.ChineseText;

/**
 * Numbers of slips (缴存单号) that the text of a transfer names: in full width, in lower case, with spaces, with any dash or none;
 * a second one may stand behind the first without its day.
 */
public final class SlipNumbers {

    private static final String DAY = "(20[0-9]{2}\\s?[0-9]{2}\\s?[0-9]{2})";
    private static final Pattern WRITTEN =
            Pattern.compile("J\\s?C[\\s:#]{0,3}" + DAY + "[\\s\\p{Pd}\u2212\u30FC_.]{0,3}([0-9]{4,6})(?![0-9])");
    private static final Pattern SQUEEZED = Pattern.compile("JC[:#]?" + DAY + "([0-9]{4,6})(?![0-9])");
    private static final Pattern NEXT = Pattern.compile("\\G\\s*[、,;/&+]\\s*([0-9]{4})(?![0-9])");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}\u2212\u30FC_.]");

    private SlipNumbers() {}

    /** As they are written on slips, in the order of the text, each once. */
    public static List<String> in(String text) {
        String plain = ChineseText.nfkc(text).toUpperCase(Locale.ROOT).replace('，', ',');
        Set<String> found = new LinkedHashSet<>();
        find(WRITTEN, plain, found);
        if (found.isEmpty()) {
            find(SQUEEZED, BETWEEN.matcher(plain).replaceAll(""), found);
        }
        return List.copyOf(found);
    }

    private static void find(Pattern pattern, String text, Set<String> found) {
        Matcher number = pattern.matcher(text);
        Matcher next = NEXT.matcher(text);
        while (number.find()) {
            String day = number.group(1).replaceAll("\\s", "");
            found.add("JC" + day + "-" + number.group(2));
            next.region(number.end(), text.length());
            while (next.find()) {
                found.add("JC" + day + "-" + next.group(1));
            }
        }
    }
}
