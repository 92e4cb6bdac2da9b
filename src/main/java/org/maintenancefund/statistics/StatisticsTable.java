package org.maintenancefund.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.kernel.Messages;

/**
 * A table of figures with its chart.
 *
 * @param key      names it in the address and in the messages
 * @param headings of the first column, which names the rows, and of those with figures
 * @param rows     the last one is the sum where there is one
 * @param chart    what of the figures is drawn
 */
public record StatisticsTable(String key, List<String> headings, List<Row> rows, Chart chart) {

    private static final int MOST_BESIDE = 8;

    /** A line; the sum is no bar of the chart. */
    public record Row(String label, boolean sum, List<Cell> cells) {}

    /**
     * A figure.
     *
     * @param value null where there is none
     * @param unit  stands behind it: % or nothing
     * @param href  the list of exactly those that are counted; null where there is none
     */
    public record Cell(
            @Nullable Number value, String unit, @Nullable String href) {

        static Cell of(@Nullable Number value) {
            return new Cell(value, "", null);
        }

        static Cell percent(@Nullable Number value) {
            return new Cell(value, "%", null);
        }

        /** Nothing leads to an empty list. */
        static Cell linked(long value, @Nullable String href) {
            return new Cell(value, "", value == 0 ? null : href);
        }

        public String text() {
            return value == null ? Messages.of("statistics.none") : Figures.of(value) + unit;
        }

        double size() {
            return value == null ? 0 : value.doubleValue();
        }
    }

    /**
     * Bars, one row each of the table.
     *
     * @param stacked true where the figures are parts of a whole: one bar; otherwise a bar for each
     * @param columns the figures, by their places in a row
     */
    public record Chart(boolean stacked, List<Integer> columns) {

        static Chart stacked(Integer... columns) {
            return new Chart(true, List.of(columns));
        }

        static Chart sideBySide(Integer... columns) {
            return new Chart(false, List.of(columns));
        }
    }

    /** The headings stand in the messages. */
    static StatisticsTable of(String key, String rowHeading, String columns, List<Row> rows, Chart chart) {
        List<String> headings = new ArrayList<>(Messages.list("statistics.columns." + columns));
        headings.add(0, Messages.of("statistics.rows." + rowHeading));
        return new StatisticsTable(key, headings, rows, chart);
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
