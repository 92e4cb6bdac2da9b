package org.maintenancefund.web.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;

/**
 * A cell as Excel shows it.
 *
 * @param text   what a person sees there, trimmed
 * @param figure the number, where it is one: plain and in the 15 digits that Excel keeps; otherwise the text
 */
public record SheetCell(Kind kind, String text, String figure) {

    /** Characters of a cell at most, as in Excel. */
    public static final int LONGEST = 32_767;

    static final SheetCell EMPTY = new SheetCell(Kind.TEXT, "", "");

    /** Excel keeps no more digits of a number and makes zeros of the others. */
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

    private static final double SIXTEEN_DIGITS = 1e15;
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,9})?");
    private static final int LONGEST_NUMBER = 400;

    /** As Excel shows a long number, and as it then stands in what was copied or saved from there as text. */
    private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[0-9]\\.?[0-9]*[eE]\\+[0-9]{1,3}");

    private static final Pattern ERROR =
            Pattern.compile("#(N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|GETTING_DATA)");
    private static final Set<String> LOGICAL = Set.of("TRUE", "FALSE");
    private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF]");
    private static final Pattern ESCAPED = Pattern.compile("_x(000[9ADad]|005[Ff])_");

    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final double LAST_DAY = 2_958_465;

    /** What stands in the cell. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** A number of 16 digits or more: its last digits are lost. */
        LONG_NUMBER,
        DATE,
        /** TRUE or FALSE. */
        LOGICAL,
        /** #N/A and the like. */
        ERROR,
        /** A formula that nobody has worked out. */
        FORMULA,
        /** Neither of these: the file is damaged there. */
        DAMAGED
    }

    static SheetCell text(String raw) {
        String decoded = raw.indexOf("_x") < 0
                ? raw
                : ESCAPED.matcher(raw).replaceAll(code -> String.valueOf((char) Integer.parseInt(code.group(1), 16)));
        String text = ChineseText.trim(CONTROLS.matcher(decoded).replaceAll(""));
        Kind kind = ERROR.matcher(text).matches()
                ? Kind.ERROR
                : LOGICAL.contains(text)
                        ? Kind.LOGICAL
                        : SCIENTIFIC.matcher(text).matches() ? Kind.LONG_NUMBER : Kind.TEXT;
        return new SheetCell(kind, text, text);
    }

    static SheetCell of(Kind kind, String text) {
        String shown = text(text).text();
        return new SheetCell(kind, shown, shown);
    }

    /** A number as it is written in the file, also with a power of ten. */
    static SheetCell number(String written, CellFormat format, boolean from1904) {
        if (written.length() > LONGEST_NUMBER || !NUMBER.matcher(written).matches()) {
            return of(Kind.DAMAGED, shortened(written, 20));
        }
        double value = Double.parseDouble(written);
        if (Double.isInfinite(value)) {
            return of(Kind.DAMAGED, shortened(written, 20));
        }
        if (format.isDate() && value >= 0 && value <= LAST_DAY) {
            return of(Kind.DATE, day(value, from1904));
        }
        // By way of the double: what is written with 17 digits means the number with 15.
        BigDecimal number = new BigDecimal(value).round(DIGITS);
        String figure = CellFormat.plain(number);
        return Math.abs(value) >= SIXTEEN_DIGITS
                ? new SheetCell(Kind.LONG_NUMBER, scientific(number), figure)
                : new SheetCell(Kind.NUMBER, format.show(number), figure);
    }

    private static String scientific(BigDecimal number) {
        return number.unscaledValue().signum() == 0
                ? "0"
                : String.format(java.util.Locale.ROOT, "%.14E", number)
                        .replaceFirst("0+E", "E")
                        .replaceFirst("\\.E", "E");
    }

    private static String day(double serial, boolean from1904) {
        long days = (long) serial + (from1904 ? 1462 : serial < 60 ? 1 : 0);
        LocalDate day = DAY_ZERO.plusDays(days);
        return serial < 1 && !from1904
                ? Messages.of("web.sheet.cell.time")
                : day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
    }

    public boolean isEmpty() {
        return text.isEmpty() && kind == Kind.TEXT;
    }

    /** What stands there as a name, a code or a word; refused where Excel has made something else of what was typed. */
    public Checked<String> asText() {
        return switch (kind) {
            case TEXT, NUMBER -> Checked.ok(text);
            case LONG_NUMBER -> Checked.refused("web.sheet.cell.long-number");
            case DATE -> Checked.refused("web.sheet.cell.date-for-text", text);
            default -> refused();
        };
    }

    /** What stands there as a figure, still to be read. */
    public Checked<String> asFigure() {
        return switch (kind) {
            case TEXT, NUMBER, LONG_NUMBER -> Checked.ok(figure);
            case DATE -> Checked.refused("web.sheet.cell.date-for-figure", text);
            default -> refused();
        };
    }

    /** What stands there as a day or a month, still to be read: a date of Excel's year first. */
    public Checked<String> asDate() {
        return switch (kind) {
            case TEXT, NUMBER, DATE -> Checked.ok(text);
            default -> refused();
        };
    }

    private Checked<String> refused() {
        String shown = shortened(text, 20);
        return switch (kind) {
            case LOGICAL -> Checked.refused("web.sheet.cell.logical", shown);
            case ERROR -> Checked.refused("web.sheet.cell.error", shown);
            case FORMULA -> Checked.refused("web.sheet.cell.formula");
            default ->
                shown.isEmpty()
                        ? Checked.refused("web.sheet.cell.damaged")
                        : Checked.refused("web.sheet.cell.unreadable", shown);
        };
    }

    /** As much of a text as fits: with … where something is left out. */
    public static String shortened(String text, int most) {
        return ChineseText.length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** The string of a cell that points to it by number. */
    static SheetCell shared(SharedStrings strings, String number) {
        Optional<String> text = number.matches("[0-9]{1,9}") ? strings.get(Integer.parseInt(number)) : Optional.empty();
        return text.map(SheetCell::text).orElseGet(() -> of(Kind.DAMAGED, ""));
    }
}
