package org.maintenancefund.committee;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** 届次 as people write it: 2, 第2届, 二, 第二届, 第十二届. */
public final class TermNumber {

    /** The largest there is. */
    public static final int MAX = 99;

    private static final Pattern WRITTEN = Pattern.compile("第?(.+?)届?");
    private static final Pattern DIGITS = Pattern.compile("0?[1-9]|[1-9][0-9]");
    private static final Pattern WORDS = Pattern.compile("([一二三四五六七八九])?(十)?([一二三四五六七八九])?");
    private static final String ORDER = "零一二三四五六七八九";

    private TermNumber() {}

    /** The number; empty where it can't be read or is none from 1 to {@link #MAX}. */
    public static Optional<Integer> parse(String typed) {
        Matcher written = WRITTEN.matcher(typed);
        if (!written.matches()) {
            return Optional.empty();
        }
        String number = written.group(1).replace('两', '二');
        return DIGITS.matcher(number).matches() ? Optional.of(Integer.valueOf(number)) : words(number);
    }

    private static Optional<Integer> words(String number) {
        Matcher words = WORDS.matcher(number);
        if (number.isEmpty() || !words.matches()) {
            return Optional.empty();
        }
        boolean tens = words.group(2) != null;
        // 一二 is no number, 十二 is.
        if (!tens && words.group(1) != null && words.group(3) != null) {
            return Optional.empty();
        }
        int first = digit(words.group(1));
        int last = digit(words.group(3));
        return Optional.of(tens ? Math.max(first, 1) * 10 + last : first + last);
    }

    private static int digit(@Nullable String word) {
        return word == null ? 0 : ORDER.indexOf(word);
    }
}
