package org.maintenancefund.web.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Refusal;

/**
 * Which column stands where, by the headings of a row. A heading that says its unit in another way, or none, is recognised;
 * what nobody knows is kept by name, so that a person is told what was not used.
 *
 * @param <C> the columns
 */
public final class SheetHeader<C extends Enum<C> & SheetHeading> {

    private static final int SHOWN_NAMES = 10;
    private static final int LONGEST_NAME = 20;

    /** What may stand in brackets behind a heading without making another column of it; 万平方米 would. */
    private static final Set<String> UNITS =
            Set.of("m2", "平方米", "平米", "平方", "户", "幢", "栋", "座", "层", "个", "单元", "年", "必填", "选填", "可选", "可不填", "非必填");

    private static final Pattern MARKS = Pattern.compile("[*:]|^[0-9]{1,2}[.、]");
    private static final Pattern UNIT_AT_END = Pattern.compile("[(\\[【〔]([^()\\[\\]【】〔〕]*)[)\\]】〕]$");
    private static final Pattern BARE_UNIT_AT_END = Pattern.compile("/?(?:m2|平方米|平米)$");

    private final C[] columns;
    private final Map<C, Integer> places;
    private final List<String> unused = new ArrayList<>();
    private @Nullable C twice;

    private SheetHeader(Class<C> columns, List<String> headings) {
        this.columns = columns.getEnumConstants();
        this.places = new EnumMap<>(columns);
        boolean[] taken = new boolean[headings.size()];
        place(headings, taken, SheetHeader::exact);
        place(headings, taken, SheetHeader::near);
        for (int place = 0; place < taken.length; place++) {
            if (!taken[place] && !headings.get(place).isBlank()) {
                unused.add(SheetCell.shortened(headings.get(place).replaceAll("\\s+", " "), LONGEST_NAME));
            }
        }
    }

    /** Looks for the columns in a row, which need not be a row of headings. */
    public static <C extends Enum<C> & SheetHeading> SheetHeader<C> of(Class<C> columns, List<String> headings) {
        return new SheetHeader<>(columns, headings);
    }

    private void place(List<String> headings, boolean[] taken, UnaryOperator<String> key) {
        Set<C> before = Set.copyOf(places.keySet());
        for (int place = 0; place < taken.length; place++) {
            Optional<C> column = taken[place] ? Optional.empty() : titled(key.apply(headings.get(place)), key);
            // Where 地址 is there, 地址（必填） is another one that nobody asked for.
            if (column.isPresent() && !before.contains(column.get())) {
                taken[place] = true;
                if (places.putIfAbsent(column.get(), place) != null) {
                    twice = column.get();
                }
            }
        }
    }

    private Optional<C> titled(String wanted, UnaryOperator<String> key) {
        return Arrays.stream(columns)
                .filter(column -> column.titles().stream()
                        .anyMatch(title -> key.apply(title).equals(wanted)))
                .findFirst();
    }

    private static String exact(String heading) {
        return MARKS.matcher(ChineseText.fold(SheetCell.shortened(heading, 100)))
                .replaceAll("");
    }

    private static String near(String heading) {
        String rest = exact(heading);
        for (Matcher unit = UNIT_AT_END.matcher(rest);
                unit.find() && UNITS.contains(unit.group(1));
                unit = UNIT_AT_END.matcher(rest)) {
            rest = rest.substring(0, unit.start());
        }
        return BARE_UNIT_AT_END.matcher(rest).replaceFirst("");
    }

    /** True where a table can stand below: every column is there that has to be. */
    boolean isComplete() {
        return missing().isEmpty();
    }

    /** How many columns were found. */
    int found() {
        return places.size();
    }

    private List<String> missing() {
        return Arrays.stream(columns)
                .filter(column -> column.isRequired() && !places.containsKey(column))
                .map(SheetHeading::title)
                .toList();
    }

    /** Refuses, naming them, where columns are missing or one stands there twice. */
    public SheetHeader<C> checked() {
        C repeated = twice;
        if (repeated != null && isComplete()) {
            throw Refusal.because("web.sheet.heading-twice", repeated.title());
        }
        if (!isComplete()) {
            String missing = String.join("、", missing());
            throw unused.isEmpty() || places.isEmpty()
                    ? Refusal.because("web.sheet.headings-missing", missing)
                    : Refusal.because("web.sheet.headings-missing-others", missing, names(unused));
        }
        return this;
    }

    /** Columns with a heading that nobody knows: what stands below them is not used. */
    public List<String> unused() {
        return List.copyOf(unused);
    }

    /** The same in one line, of bounded length; empty where all are used. */
    public String unusedNames() {
        return names(unused);
    }

    private static String names(List<String> all) {
        String first = all.stream().limit(SHOWN_NAMES).collect(Collectors.joining("、"));
        return all.size() > SHOWN_NAMES ? Messages.of("web.sheet.more", first, all.size()) : first;
    }

    /** Where a column stands, from 0; empty where it is not there. */
    public Optional<Integer> place(C column) {
        return Optional.ofNullable(places.get(column));
    }

    /** The cell of a row in that column; an empty one where it is not there. */
    public SheetCell cell(SheetRow row, C column) {
        return place(column).map(row::cell).orElse(SheetCell.EMPTY);
    }
}
