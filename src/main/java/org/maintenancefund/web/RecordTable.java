package org.maintenancefund.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;

/**
 * A table on the page of a record, such as the offices on the page of a company: made by the module that knows the rows, shown
 * by the one that keeps the record (fragment {@code record :: table}).
 *
 * @param columns headings; the first names the row
 * @param rows    in the order they are shown
 * @param total   how many there are, shown where {@code rows} are only the first of them
 * @param empty   the sentence where there are none
 */
public record RecordTable(String title, List<String> columns, List<Row> rows, long total, String empty) {

    /** So many rows at most; a record's page stays a page. */
    public static final int MOST = 100;

    public RecordTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** With its words under the key, {@code .columns} and {@code .empty}. */
    public static RecordTable of(String key, List<Row> rows, long total) {
        return new RecordTable(
                Messages.of(key), Messages.list(key + ".columns"), rows, total, Messages.of(key + ".empty"));
    }

    public boolean isCut() {
        return total > rows.size();
    }

    /** Whether there are amounts in the column of that place: they stand one below the other. */
    public boolean isOfAmounts(int place) {
        return rows.stream().anyMatch(row -> row.cells().get(place).amount());
    }

    /** A row: as many cells as there are columns. */
    public record Row(List<Cell> cells) {

        public Row {
            cells = List.copyOf(cells);
        }

        public static Row of(Cell... cells) {
            return new Row(List.of(cells));
        }
    }

    /**
     * A cell.
     *
     * @param sub    a quieter second line, or null
     * @param href   where it leads, or null
     * @param tag    kind of the tag it is shown as, or null
     * @param amount whether it is one of money
     */
    public record Cell(
            String text,
            @Nullable String sub,
            @Nullable String href,
            @Nullable String tag,
            boolean amount) {

        public static Cell of(@Nullable Object text) {
            return new Cell(text == null ? "" : text.toString(), null, null, null, text instanceof Money);
        }

        public static Cell tag(String kind, String text) {
            return new Cell(text, null, null, kind, false);
        }

        public Cell under(@Nullable String secondLine) {
            return new Cell(text, secondLine, href, tag, amount);
        }

        /** Leads there; nowhere where the address is null, because the reader may not see it. */
        public Cell to(@Nullable String address) {
            return new Cell(text, sub, address, tag, amount);
        }
    }
}
