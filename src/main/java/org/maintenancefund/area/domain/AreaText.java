package org.maintenancefund.area.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;

/** Reads what is typed about an area, in a form or in a cell of a spreadsheet: one set of limits for both. */
public final class AreaText {

    public static final int LONGEST_ADDRESS = 120;
    public static final int LONGEST_COMMUNITY = 40;
    public static final int LONGEST_BANK = 60;
    public static final int MOST_BUILDINGS = 9_999;
    public static final int MOST_HOUSEHOLDS = 999_999;
    public static final int EARLIEST_YEAR = 1900;
    public static final int LATEST_YEAR = 2100;
    static final int LONGEST_PARCEL_NUMBER = 40;

    private static final int MOST_PARCELS = 20;

    /** Longer is no figure that anybody means, and costs more to read than it is worth. */
    private static final int LONGEST_FIGURE = 30;

    private static final BigDecimal LARGEST_AREA = new BigDecimal("9999999999.99");
    /** What parts several names or numbers in one field. */
    public static final Pattern LIST = Pattern.compile("[、,，;；\\r\\n]+");

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{8,30}");

    private AreaText() {}

    /** 小区名称. */
    public static Checked<String> name(@Nullable String typed) {
        Checked<String> name = ChineseText.required(typed, PropertyAreas.LONGEST_NAME);
        return name.isOk() && ChineseText.length(name.value()) < PropertyAreas.SHORTEST_NAME
                ? Checked.refused("area.name.too-short", PropertyAreas.SHORTEST_NAME)
                : name;
    }

    /** 宗地号, several parted by 、 or a new line; each once. */
    public static Checked<List<String>> parcelNumbers(@Nullable String typed) {
        List<String> read = new ArrayList<>();
        for (String part : LIST.split(typed == null ? "" : typed)) {
            if (ChineseText.isBlank(part)) {
                continue;
            }
            Checked<String> parcel = ChineseText.required(part, LONGEST_PARCEL_NUMBER);
            if (!parcel.isOk()) {
                return Checked.<List<String>>refused(
                        parcel.reason().code(), parcel.reason().args().toArray());
            }
            if (!read.contains(parcel.value())) {
                read.add(parcel.value());
            }
        }
        return read.size() > MOST_PARCELS
                ? Checked.refused("area.import.too-many-parcels", MOST_PARCELS)
                : Checked.ok(List.copyOf(read));
    }

    /** A floor area in m², rounded to two decimals; 1,234.5 and full width are read too. */
    public static Checked<BigDecimal> floorArea(@Nullable String typed) {
        BigDecimal read = number(typed);
        return read == null || read.compareTo(LARGEST_AREA) > 0
                ? Checked.refused("area.import.figure")
                : Checked.ok(read.setScale(2, RoundingMode.HALF_UP));
    }

    /** A whole number between the two. */
    public static Checked<Integer> wholeNumber(@Nullable String typed, int least, int most) {
        BigDecimal read = number(typed);
        return read == null
                        || read.stripTrailingZeros().scale() > 0
                        || read.compareTo(BigDecimal.valueOf(least)) < 0
                        || read.compareTo(BigDecimal.valueOf(most)) > 0
                ? Checked.refused("area.import.whole-number", least, most)
                : Checked.ok(read.intValueExact());
    }

    /** 账号 of a fund account: 8 to 30 digits, blanks and hyphens between them left out. */
    public static Checked<String> accountNumber(@Nullable String typed) {
        String number = ChineseText.code(typed).replace("-", "");
        return ACCOUNT.matcher(number).matches() ? Checked.ok(number) : Checked.refused("area.import.account-number");
    }

    private static @Nullable BigDecimal number(@Nullable String typed) {
        String text = ChineseText.code(typed).replace(",", "");
        if (text.isEmpty()
                || text.length() >= LONGEST_FIGURE
                || !text.matches("[0-9]*\\.?[0-9]*")
                || ".".equals(text)) {
            return null;
        }
        return new BigDecimal(text);
    }
}
