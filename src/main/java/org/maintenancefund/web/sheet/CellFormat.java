package org.maintenancefund.web.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a number of a cell is shown, as far as it makes another text of it: leading zeros, words around it (0"栋"), hyphens
 * between digits, decimals. Thousands are not parted, and no digit is rounded away: in a name or a number that would change
 * what is meant. What is shown as a percentage, a fraction or a power stays the plain number.
 */
final class CellFormat {

    private static final int LONGEST = 255;

    /** Quoted words, escaped characters, blanks as wide as a character, fill characters, colours and conditions. */
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]]*\\]", Pattern.DOTALL);

    private static final Pattern ELAPSED = Pattern.compile("\\[(?:h+|m+|s+)\\]", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATE = Pattern.compile("[yYmMdDhHsSeEgGbB]");
    private static final Pattern GENERAL_NUMBER = Pattern.compile("General|G/通用格式", Pattern.CASE_INSENSITIVE);
    private static final Pattern PLAIN_PLACES = Pattern.compile("[0#?,.\\-/() :+￥¥$\u0001]*");

    static final CellFormat GENERAL = new CellFormat("General");

    private final String section;
    private final boolean date;

    private CellFormat(String section) {
        this.section = section;
        String bare =
                WORDS.matcher(GENERAL_NUMBER.matcher(section).replaceAll("")).replaceAll("");
        boolean power = bare.matches(".*[0#?.][eE][+-].*");
        this.date =
                !power && (DATE.matcher(bare).find() || ELAPSED.matcher(section).find());
    }

    /** Of a format as Excel writes it; only what it says of positive numbers counts. */
    static CellFormat of(String code) {
        if (code.length() > LONGEST) {
            return GENERAL;
        }
        Matcher words = WORDS.matcher(code);
        int end = 0;
        while (end < code.length() && code.charAt(end) != ';') {
            end = words.find(end) && words.start() == end ? words.end() : end + 1;
        }
        return new CellFormat(code.substring(0, end));
    }

    /** One of those that every spreadsheet program knows without being told. */
    static CellFormat builtIn(int number) {
        boolean date = number >= 14 && number <= 22
                || number >= 27 && number <= 36
                || number >= 45 && number <= 47
                || number >= 50 && number <= 58;
        return date ? new CellFormat("y/m/d") : number == 2 || number == 4 ? new CellFormat("0.00") : GENERAL;
    }

    boolean isDate() {
        return date;
    }

    /** The number as text. */
    String show(BigDecimal number) {
        String plain = plain(number);
        if (number.signum() < 0 || GENERAL_NUMBER.matcher(section).find() && section.length() < 10) {
            return plain;
        }
        Deque<String> words = new ArrayDeque<>();
        String places = places(words).replace(",", "");
        if (!PLAIN_PLACES.matcher(places).matches() || !places.matches(".*[0#?].*")) {
            return plain;
        }
        int point = places.indexOf('.');
        String whole = point < 0 ? places : places.substring(0, point);
        String behind = point < 0 ? "" : places.substring(point + 1);
        int least = (int) behind.chars().filter(c -> c == '0').count();
        int most = (int) behind.chars().filter(c -> c == '0' || c == '#').count();
        if (number.stripTrailingZeros().scale() > most) {
            return plain;
        }
        String[] digits = plain(number, least).split("\\.");
        String shown =
                fill(whole, digits[0]) + (digits.length > 1 ? "." + digits[1] : "") + behind.replaceAll("[0#?]", "");
        for (String word : words) {
            shown = shown.replaceFirst("\u0001", Matcher.quoteReplacement(word));
        }
        return shown.strip();
    }

    /** The section with a mark in the place of each word. */
    private String places(Deque<String> words) {
        Matcher matcher = WORDS.matcher(section);
        StringBuilder places = new StringBuilder();
        while (matcher.find()) {
            String word = matcher.group();
            char kind = word.charAt(0);
            boolean kept = kind == '"' || kind == '\\';
            matcher.appendReplacement(places, kept ? "\u0001" : "");
            if (kept) {
                words.add(kind == '"' ? word.substring(1, word.length() - 1) : word.substring(1));
            }
        }
        return matcher.appendTail(places).toString();
    }

    /** Puts the digits into their places from the right; the first place takes all that are left over. */
    private static String fill(String places, String digits) {
        StringBuilder reversed = new StringBuilder();
        int left = digits.equals("0") && !places.contains("0") ? 0 : digits.length();
        int first = firstPlace(places);
        for (int i = places.length() - 1; i >= 0; i--) {
            char place = places.charAt(i);
            if (place != '0' && place != '#' && place != '?') {
                reversed.append(place);
                continue;
            }
            if (left > 0) {
                reversed.append(digits.charAt(--left));
            } else if (place == '0') {
                reversed.append('0');
            }
            while (i == first && left > 0) {
                reversed.append(digits.charAt(--left));
            }
        }
        return reversed.reverse().toString();
    }

    private static int firstPlace(String places) {
        int at = 0;
        while (at < places.length() && "0#?".indexOf(places.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static String plain(BigDecimal number, int decimals) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.setScale(Math.max(decimals, Math.max(0, stripped.scale())), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Without a power and without zeros at its end. */
    static String plain(BigDecimal number) {
        return plain(number, 0);
    }
}
