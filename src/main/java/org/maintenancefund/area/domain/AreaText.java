package org.maintenancefund.area.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;

/**
 * Reads what is typed about an area, in a form or in a cell of a spreadsheet: one set of limits for both, and for the entity,
 * so that what is read can be stored.
 */
public final class AreaText {

    private static final int LONGEST_ADDRESS = 120;
    public static final int LONGEST_COMMUNITY = 40;
    public static final int LONGEST_BANK = 60;
    public static final int MOST_BUILDINGS = 9_999;
    static final int MOST_HOUSEHOLDS = 999_999;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2100;
    private static final int LONGEST_PARCEL_NUMBER = 40;

    static final int MOST_PARCELS = 20;
    private static final int MOST_ALIASES = 100;

    /** Of the 20,000 characters of a search key, with room for the name, the address and the number. */
    private static final int LONGEST_ALIAS_KEYS = 16_000;

    /** Longer is no figure that anybody means, and costs more to read than it is worth. */
    private static final int LONGEST_FIGURE = 30;

    private static final BigDecimal LARGEST_AREA = new BigDecimal("9999999999.99");
    /** What parts several names or numbers in one field. */
    public static final Pattern LIST = Pattern.compile("[、,，;；\\r\\n]+");

    /** What is left of a name that was torn: 7, 9号, 二期. */
    private static final Pattern HOUSE_NUMBER =
            Pattern.compile("第?[0-9一二三四五六七八九十百〇零~至-]+[a-z]?(?:号楼|号院|号|#|弄|巷|幢|栋|座|单元|组团|期|区|楼)?");

    private static final Pattern HYPHENS = Pattern.compile("\\p{Pd}|\u2212");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{8,30}");

    private static final Pattern CODE = Pattern.compile("([a-z]{2})-?([0-9]{5,7})");

    private AreaText() {}

    /** 编号 as it is written: dh00236 and ＤＨ-00236 are DH-00236; empty where the text is none. */
    public static Optional<String> code(@Nullable String typed) {
        Matcher code = CODE.matcher(ChineseText.fold(typed));
        return code.matches()
                ? Optional.of(code.group(1).toUpperCase(Locale.ROOT) + "-" + code.group(2))
                : Optional.empty();
    }

    /** 小区名称, also a former one. */
    public static Checked<String> name(@Nullable String typed) {
        Checked<String> name = line(typed, PropertyAreas.LONGEST_NAME);
        return name.isOk() && ChineseText.length(name.value()) < PropertyAreas.SHORTEST_NAME
                ? Checked.refused("area.name.too-short", PropertyAreas.SHORTEST_NAME)
                : name;
    }

    /** 社区, possibly empty. */
    public static Checked<String> community(@Nullable String typed) {
        return ChineseText.optional(typed, LONGEST_COMMUNITY);
    }

    /** 地址. */
    public static Checked<String> address(@Nullable String typed) {
        return line(typed, LONGEST_ADDRESS);
    }

    /** One line that can be found again: something is left of it when it is folded into a key. */
    public static Checked<String> line(@Nullable String typed, int max) {
        Checked<String> line = ChineseText.required(typed, max);
        boolean nothingSeen = typed != null && !typed.isBlank() && ChineseText.isBlank(typed);
        return nothingSeen ? Checked.refused("area.text.invisible") : line;
    }

    /**
     * 曾用名, several parted by 、 or ; or a new line; each once. Refused where the marks stood within a name: of
     * 望湖路5、7、9号 neither 7 nor 9号 is one.
     */
    public static Checked<List<String>> aliases(@Nullable String typed) {
        List<String> read = new ArrayList<>();
        for (String part : LIST.split(typed == null ? "" : typed)) {
            if (part.isBlank()) {
                continue;
            }
            boolean torn = !read.isEmpty() && isNumber(part) && !isNumber(read.get(0));
            if (torn || ChineseText.length(ChineseText.trim(part)) < PropertyAreas.SHORTEST_NAME) {
                return Checked.refused("area.alias.incomplete", ChineseText.trim(part), PropertyAreas.SHORTEST_NAME);
            }
            Checked<String> alias = name(part);
            if (!alias.isOk()) {
                return alias.map(List::of);
            }
            if (!read.contains(alias.value())) {
                read.add(alias.value());
            }
        }
        return Checked.ok(List.copyOf(read));
    }

    private static boolean isNumber(String part) {
        return part.length() < LONGEST_FIGURE
                && HOUSE_NUMBER.matcher(ChineseText.fold(part)).matches();
    }

    /** Former names as they are kept beside a name: each once however it is written, and not the name itself. */
    public static Checked<List<String>> formerNames(String name, Collection<String> names) {
        Map<String, String> kept = new LinkedHashMap<>();
        names.forEach(former -> kept.putIfAbsent(ChineseText.fold(former), former));
        kept.remove(ChineseText.fold(name));
        if (kept.size() > MOST_ALIASES) {
            return Checked.refused("area.aliases.too-many", MOST_ALIASES);
        }
        int length = kept.keySet().stream().mapToInt(ChineseText::length).sum();
        return length > LONGEST_ALIAS_KEYS
                ? Checked.refused("area.aliases.too-long")
                : Checked.ok(List.copyOf(kept.values()));
    }

    /** 建成年份: four digits and nothing else, because 90年代 or a month means something that can't be kept. */
    public static Checked<Integer> year(@Nullable String typed) {
        BigDecimal read = number(typed);
        return read == null || read.stripTrailingZeros().scale() > 0
                ? Checked.refused("area.year.digits")
                : wholeNumber(typed, EARLIEST_YEAR, LATEST_YEAR);
    }

    /** The same where nothing is told but what was built by the end of a year. */
    public static Checked<Integer> yearUntil(@Nullable String typed, int latest) {
        Checked<Integer> year = year(typed);
        return year.isOk() && year.value() > latest ? Checked.refused("area.year.future", latest) : year;
    }

    /** 宗地号, several parted by 、 or a new line; each once. */
    public static Checked<List<String>> parcelNumbers(@Nullable String typed) {
        Set<String> read = new LinkedHashSet<>();
        for (String part : LIST.split(typed == null ? "" : typed)) {
            if (ChineseText.isBlank(part)) {
                continue;
            }
            Checked<String> parcel = parcelNumber(part);
            if (!parcel.isOk()) {
                return parcel.map(List::of);
            }
            read.add(parcel.value());
        }
        return read.size() > MOST_PARCELS
                ? Checked.refused("area.import.too-many-parcels", MOST_PARCELS)
                : Checked.ok(List.copyOf(read));
    }

    static Checked<String> parcelNumber(String typed) {
        return ChineseText.required(typed, LONGEST_PARCEL_NUMBER);
    }

    /** A floor area in m², rounded to two decimals; 1,234.5 and full width are read too. */
    public static Checked<BigDecimal> floorArea(@Nullable String typed) {
        BigDecimal read = number(typed);
        return read == null || read.compareTo(LARGEST_AREA) > 0
                ? Checked.refused("area.import.figure")
                : Checked.ok(read.setScale(2, RoundingMode.HALF_UP));
    }

    /** 总建筑面积, which can't be none. */
    public static Checked<BigDecimal> totalFloorArea(@Nullable String typed) {
        Checked<BigDecimal> total = floorArea(typed);
        return total.isOk() && total.value().signum() == 0 ? Checked.refused("area.application.total.zero") : total;
    }

    /** A part of the floor area; nothing typed is none of it. */
    public static Checked<BigDecimal> partOfFloorArea(@Nullable String typed) {
        return ChineseText.isBlank(typed) ? Checked.ok(BigDecimal.ZERO) : floorArea(typed);
    }

    /** 幢数. */
    public static Checked<Integer> buildings(@Nullable String typed) {
        return wholeNumber(typed, 1, MOST_BUILDINGS);
    }

    /** 户数. */
    public static Checked<Integer> households(@Nullable String typed) {
        return wholeNumber(typed, 0, MOST_HOUSEHOLDS);
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

    /** 开户银行 or 户名 of a fund account. */
    public static Checked<String> bank(@Nullable String typed) {
        return ChineseText.required(typed, LONGEST_BANK);
    }

    /** 账号 of a fund account: 8 to 30 digits, blanks and hyphens between them left out. */
    public static Checked<String> accountNumber(@Nullable String typed) {
        String number = HYPHENS.matcher(ChineseText.code(typed)).replaceAll("");
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
