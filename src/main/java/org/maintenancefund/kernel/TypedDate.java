package org.maintenancefund.kernel;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date as people write it where the browser has no date picker, in forms, filters and spreadsheets alike: 2026-6-1,
 * 2026/06/01, 2026.6.1, 2026年6月1日, 二〇二六年六月一日, 20260601, full width, with the midnight or the day of the week that
 * other programs put behind it. Year first always: 1/6/2026 could be January or June.
 */
public final class TypedDate {

    private static final int MAX_TYPED = 40;
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2100;

    private static final Pattern PARTED =
            Pattern.compile("(\\d{4})([-/.,、。·]|年)(\\d{1,2})([-/.,、。·]|月)(\\d{1,2})[日号.]?");
    private static final Pattern JOINED = Pattern.compile("(\\d{4})()(\\d{2})()(\\d{2})");
    private static final Pattern CHINESE =
            Pattern.compile("([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]");
    /** What says no more than the date: midnight, the day of the week. */
    private static final Pattern BEHIND =
            Pattern.compile("(?<=[\\d日号])[ T]?0?0:00(:00(\\.0+)?)?$|[(]?(星期|周|礼拜)[一二三四五六日天][)]?$");

    private static final String DIGITS = "〇一二三四五六七八九";

    private TypedDate() {}

    /** The date, or why there is none: missing, unreadable (31 June too), or of an unlikely year. */
    public static Checked<LocalDate> parse(@Nullable String typed) {
        Checked<LocalDate> date = ofAnyYear(typed);
        return date.isOk()
                        && (date.value().getYear() < FIRST_YEAR || date.value().getYear() > LAST_YEAR)
                ? Checked.refused("kernel.date.unlikely")
                : date;
    }

    /** The same whatever the year, for filters, where 1900-01-01 means from the beginning. */
    public static Checked<LocalDate> ofAnyYear(@Nullable String typed) {
        String text = ChineseText.clean(typed);
        if (text.isEmpty()) {
            return Checked.refused("kernel.date.required");
        }
        if (text.length() > MAX_TYPED) {
            return Checked.refused("kernel.date.unreadable");
        }
        String plain = inDigits(parted(BEHIND.matcher(ChineseText.nfkc(text)).replaceFirst("")));
        Matcher parts = PARTED.matcher(plain);
        if (!parts.matches()) {
            parts = JOINED.matcher(plain);
        }
        try {
            return parts.matches() && isOneWriting(parts)
                    ? Checked.ok(LocalDate.of(number(parts, 1), number(parts, 3), number(parts, 5)))
                    : Checked.refused("kernel.date.unreadable");
        } catch (DateTimeException noDay) {
            return Checked.refused("kernel.date.unreadable");
        }
    }

    /** Spaces part the numbers where nothing else does (2026 6 1), and mean nothing beside a mark. */
    private static String parted(String text) {
        return ChineseText.code(text.strip().replaceAll("(?<=\\d)[\\s\\p{Z}]+(?=\\d)", "-"));
    }

    /** 2026年6-1 is a slip of the hand: better asked than guessed. */
    private static boolean isOneWriting(Matcher parts) {
        return parts.group(2).equals("年") == parts.group(4).equals("月")
                && !parts.group(1).equals("0000");
    }

    private static int number(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static String inDigits(String text) {
        Matcher parts = CHINESE.matcher(text);
        if (!parts.matches()) {
            return text;
        }
        StringBuilder year = new StringBuilder();
        parts.group(1).chars().forEach(c -> year.append(Math.max(0, DIGITS.indexOf(c))));
        return year + "年" + upTo99(parts.group(2)) + "月" + upTo99(parts.group(3)) + "日";
    }

    /** 六, 十, 十二, 二十, 三十一; anything else gives a number that no month and no day has. */
    private static int upTo99(String numeral) {
        int ten = numeral.indexOf('十');
        if (ten < 0) {
            return numeral.length() == 1 ? DIGITS.indexOf(numeral) : 99;
        }
        String tens = numeral.substring(0, ten);
        String ones = numeral.substring(ten + 1);
        boolean readable = tens.length() <= 1 && ones.length() <= 1 && ones.indexOf('十') < 0;
        return readable
                ? 10 * (tens.isEmpty() ? 1 : DIGITS.indexOf(tens)) + (ones.isEmpty() ? 0 : DIGITS.indexOf(ones))
                : 99;
    }
}
