package org.maintenancefund.web.sheet;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A row with something in it.
 *
 * @param number as the sheet counts, from 1
 * @param cells  from column A on
 */
public record SheetRow(int number, List<SheetCell> cells) {

    /** With what the examples of a template begin. */
    public static final String EXAMPLE = "【示例】";

    private static final Pattern SAYS_EXAMPLE = Pattern.compile("[【\\[（(〔]\\s*示例\\s*[】\\]）)〕].*", Pattern.DOTALL);

    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** A row of texts, as a person saw them. */
    public static SheetRow ofTexts(int number, List<String> texts) {
        return new SheetRow(number, texts.stream().map(SheetCell::text).toList());
    }

    /** The cell in that column, from 0. */
    public SheetCell cell(int place) {
        return place < cells.size() ? cells.get(place) : SheetCell.EMPTY;
    }

    /** What a person sees in the cells. */
    public List<String> texts() {
        return cells.stream().map(SheetCell::text).toList();
    }

    boolean isEmpty() {
        return cells.stream().allMatch(SheetCell::isEmpty);
    }

    /** True for a row of a template that only shows how to fill it in. */
    boolean isExample() {
        return cells.stream().anyMatch(cell -> SAYS_EXAMPLE.matcher(cell.text()).matches());
    }

    /** The address of a cell as Excel shows it: 0 and 5 are A5, 26 is AA. */
    public static String address(int place, int row) {
        return letters(place) + row;
    }

    private static String letters(int place) {
        String last = String.valueOf((char) ('A' + place % 26));
        return place < 26 ? last : letters(place / 26 - 1) + last;
    }
}
