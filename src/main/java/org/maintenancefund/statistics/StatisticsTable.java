package org.maintenancefund.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.money.Money;

/**
 * A table of figures with its chart.
 *
 * @param key      names it in the address and in the messages
 * @param headings of the first column, which names the rows, and of those with figures
 * @param rows     the last one is the sum where there is one
 * @param chart    what of the figures is drawn
 * @param leftOut  how many rows stand in the spreadsheet alone
 */
public record StatisticsTable(String key, List<String> headings, List<Row> rows, Chart chart, int leftOut) {

    private static final int MOST_BESIDE = 8;

    /** A line; the sum is no bar of the chart. */
    public record Row(String label, boolean sum, List<Cell> cells) {}

    /**
     * A figure.
     *
     * @param value null where there is none
     * @param unit  stands behind it: % or nothing
     * @param money whether it is an amount, with its fen
     * @param href  the list of exactly those that are counted; null where there is none
     */
    public record Cell(
            @Nullable Number value,
            String unit,
            boolean money,
            @Nullable String href) {

        static Cell of(@Nullable Number value) {
            return new Cell(value, "", false, null);
        }

        static Cell percent(@Nullable Number value) {
            return new Cell(value, "%", false, null);
        }

        /** Nothing leads to an empty list. */
        static Cell linked(long value, @Nullable String href) {
            return new Cell(value, "", false, value == 0 ? null : href);
        }

        static Cell money(Money amount, @Nullable String href) {
            return new Cell(amount.decimal(), "", true, amount.isZero() ? null : href);
        }

        public String text() {
            if (value == null) {
                return Messages.of("statistics.none");
            }
            return (money ? String.format(Locale.ROOT, "%,.2f", value) : Figures.of(value)) + unit;
        }

        double size() {
            return value == null ? 0 : value.doubleValue();
        }
    }

    /**
     * Bars, one row each of the table.
     *
     * @param stacked  true where the figures are parts of a whole: one bar; otherwise a bar for each
     * @param labelled whether each bar has its figure behind it: where figures or the names of rows are long
     * @param columns  the figures, by their places in a row
     */
    public record Chart(boolean stacked, boolean labelled, List<Integer> columns) {

        static Chart stacked(Integer... columns) {
            return new Chart(true, false, List.of(columns));
        }

        static Chart sideBySide(Integer... columns) {
            return new Chart(false, false, List.of(columns));
        }

        static Chart labelled(Integer... columns) {
            return new Chart(false, true, List.of(columns));
        }
    }

    /** The headings stand in the messages. */
    static StatisticsTable of(String key, String rowHeading, String columns, List<Row> rows, Chart chart) {
        List<String> headings = new ArrayList<>(Messages.list("statistics.columns." + columns));
        headings.add(0, Messages.of("statistics.rows." + rowHeading));
        return new StatisticsTable(key, headings, rows, chart, 0);
    }

    /** Says so where rows are left out of the page, which the spreadsheet has. */
    StatisticsTable leavingOut(int rows) {
        return new StatisticsTable(key, headings, this.rows, chart, rows);
    }

    /** Names what its rows are. */
    public String title() {
        return Messages.of("statistics." + key + ".title", headings.get(0));
    }

    /** More columns than stand beside a chart. */
    public boolean isWide() {
        return headings.size() > MOST_BESIDE;
    }

    /** What is counted how. */
    public String note() {
        return Objects.requireNonNullElse(Messages.find("statistics." + key + ".note"), "");
    }

    /** The chart as SVG. */
    public String svg() {
        return BarChart.of(this);
    }
}
