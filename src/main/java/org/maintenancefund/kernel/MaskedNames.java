package org.maintenancefund.kernel;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names as a page shows them that asks nobody to sign in: of people the first and the last character. What was typed beside a name,
 * a remark in brackets or a telephone number, is left out: it tells more than the name.
 */
public final class MaskedNames {

    private static final Pattern BETWEEN = Pattern.compile("[、，,;；/\\s]+");

    /** Also one that is never closed. */
    private static final Pattern REMARK = Pattern.compile("[（(\\[【［][^）)\\]】］]*[）)\\]】］]?");

    /** Letters alone, long enough not to be somebody's name, with the word for an organisation at the end. */
    private static final Pattern ORGANISATION =
            Pattern.compile("\\p{L}{3,}(公司|集团|银行|支行|分行|学校|大学|医院|研究院|委员会|居委会|业委会|管理局|管理处|中心|合作社|事务所)");

    private MaskedNames() {}

    /** Several people stand in one name, each masked; an organisation stays. */
    public static String of(String names) {
        return Arrays.stream(BETWEEN.split(REMARK.matcher(names).replaceAll(" ")))
                .filter(name -> !name.isEmpty())
                .map(MaskedNames::one)
                .collect(Collectors.joining("、"));
    }

    private static String one(String name) {
        if (ORGANISATION.matcher(name).matches()) {
            return name;
        }
        String letters = name.codePoints()
                .filter(MaskedNames::isLetter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return letters.isEmpty() ? "*" : new PersonName(letters).masked();
    }

    /** With the rare characters that this Java does not know yet. */
    private static boolean isLetter(int c) {
        return Character.isLetter(c)
                || Character.isIdeographic(c)
                || Character.getType(c) == Character.PRIVATE_USE
                || Character.getType(c) == Character.UNASSIGNED;
    }
}
