package org.maintenancefund.kernel;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Numbers as they stand in names: 12, 十二, 一百零五, 二〇, 壹, III. Folded text is meant, in which ①, Ⅲ and １ are digits and
 * letters already.
 */
public final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String OTHER_DIGITS = "〇壹贰叁肆伍陆柒捌玖";
    private static final int HIGHEST = 999;
    private static final Pattern ROMAN = Pattern.compile("x{0,3}(?:ix|iv|v?i{0,3})");

    private Numerals() {}

    /** True for a character that Chinese numbers below a thousand are written with. */
    public static boolean isChinese(int c) {
        return digit(c) >= 0 || unit(c) > 0;
    }

    /** The value of a Chinese number, 1 to 999; empty where the characters are none (百, 十十). */
    public static OptionalInt chinese(String number) {
        boolean byPlace = number.codePoints().allMatch(c -> digit(c) >= 0);
        int value = byPlace ? byPlace(number) : byUnits(number);
        return value >= 1 && value <= HIGHEST ? OptionalInt.of(value) : OptionalInt.empty();
    }

    /** The value of a Roman number in small letters, 1 to 39; empty where the letters are none. */
    public static OptionalInt roman(String letters) {
        if (letters.isEmpty() || !ROMAN.matcher(letters).matches()) {
            return OptionalInt.empty();
        }
        int value = 0;
        for (int i = 0; i < letters.length(); i++) {
            int here = romanDigit(letters.charAt(i));
            boolean before = i + 1 < letters.length() && here < romanDigit(letters.charAt(i + 1));
            value += before ? -here : here;
        }
        return OptionalInt.of(value);
    }

    private static int romanDigit(char letter) {
        return letter == 'x' ? 10 : letter == 'v' ? 5 : 1;
    }

    /** 二〇, 一二: digits beside each other. */
    private static int byPlace(String number) {
        return number.codePoints().reduce(0, (value, c) -> value > HIGHEST ? value : 10 * value + digit(c));
    }

    /** 二十三, 一百零五. */
    private static int byUnits(String number) {
        int value = 0;
        int digit = -1;
        int smallestSoFar = Integer.MAX_VALUE;
        for (int c : number.codePoints().toArray()) {
            int unit = unit(c);
            if (unit == 0) {
                if (digit > 0) {
                    return -1;
                }
                digit = digit(c);
            } else {
                boolean leftOut = digit < 0 && unit == 10 && value == 0;
                if (unit >= smallestSoFar || digit <= 0 && !leftOut) {
                    return -1;
                }
                value += unit * (leftOut ? 1 : digit);
                smallestSoFar = unit;
                digit = -1;
            }
        }
        return value + Math.max(digit, 0);
    }

    private static int digit(int c) {
        if (c == '两') {
            return 2;
        }
        int place = DIGITS.indexOf(c);
        return place < 0 ? OTHER_DIGITS.indexOf(c) : place;
    }

    private static int unit(int c) {
        return switch (c) {
            case '十', '拾' -> 10;
            case '百', '佰' -> 100;
            default -> 0;
        };
    }
}
