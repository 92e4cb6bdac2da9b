package org.maintenancefund.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.statistics.StatisticsTable.Cell;
import org.maintenancefund.statistics.StatisticsTable.Row;
import org.springframework.web.util.HtmlUtils;

/**
 * Draws a table's figures as lying bars. Widths are parts of whatever width there is and heights go with the letters, so that words
 * keep their size on a phone and on paper. Series are told apart by patterns, colours come on top.
 */
final class BarChart {

    /** In the order of the series. */
    private static final List<String> PATTERNS = List.of(
            "<rect width='8' height='8' fill='#0f4c97'/>",
            "<rect width='8' height='8' fill='#fff'/><path d='M-2 2l4-4M0 8l8-8M6 10l4-4' stroke='#a8161b' stroke-width='2.5'/>",
            "<rect width='8' height='8' fill='#fff'/><circle cx='4' cy='4' r='2.2' fill='#0f5f2c'/>",
            "<rect width='8' height='8' fill='#fff'/><path d='M0 0l8 8M8 0l-8 8' stroke='#7a4300' stroke-width='1.2'/>",
            "<rect width='8' height='8' fill='#fff'/><path d='M4 0v8' stroke='#414b57' stroke-width='2'/>",
            "<rect width='8' height='8' fill='#fff'/>");

    /** Names of so many characters stand three to a line on a telephone, longer ones two. */
    private static final int SHORT_NAME = 5;

    /** Heights in the size of a letter. */
    private static final double LEGEND = 1.9;

    private static final double LABEL = 1.6;
    private static final double BAR = 1.1;
    private static final double LABELLED_BAR = 1.35;
    private static final double GAP = .6;

    /** So much of the width have bars with their figures behind them. */
    private static final double WIDTH_BESIDE_FIGURES = 62;

    /** So many characters of a row's name have room on a telephone. */
    private static final int LONGEST_NAME = 22;

    private final StatisticsTable table;
    private final List<Integer> columns;
    private final boolean stacked;
    private final boolean labelled;
    private final double bar;
    private final List<Row> rows;
    private final double largest;
    private final StringBuilder svg = new StringBuilder();

    private BarChart(StatisticsTable table) {
        this.table = table;
        this.columns = table.chart().columns();
        this.stacked = table.chart().stacked();
        this.labelled = table.chart().labelled();
        this.bar = labelled ? LABELLED_BAR : BAR;
        // Several bars for each row take much room: the table alone has the rows of which nothing could be drawn.
        this.rows = table.rows().stream()
                .filter(row -> !row.sum())
                .filter(row -> !labelled || columns.size() == 1 || size(row) > 0)
                .toList();
        this.largest = rows.stream().mapToDouble(this::size).max().orElse(0);
    }

    /** The drawing; it names itself and what stands in it to who hears it. */
    static String of(StatisticsTable table) {
        return new BarChart(table).draw();
    }

    private String draw() {
        boolean shortNames = columns.stream()
                .allMatch(column -> table.headings().get(column + 1).length() <= SHORT_NAME);
        int perLine = shortNames ? 3 : 2;
        int legendLines = columns.size() == 1 ? 0 : (columns.size() + perLine - 1) / perLine;
        int bars = stacked ? 1 : columns.size();
        double legend = legendLines == 0 ? 0 : legendLines * LEGEND + GAP;
        double height = legend + rows.size() * (LABEL + bars * bar + GAP);
        add(
                "<svg class='chart' role='img' width='100%%' height='%.2fem' aria-labelledby='%2$s-title %2$s-desc'>",
                height, id());
        add("<title id='%s-title'>%s</title>", id(), escaped(table.title()));
        add("<desc id='%s-desc'>%s</desc><defs>", id(), escaped(description()));
        for (int i = 0; i < columns.size(); i++) {
            add(
                    "<pattern id='%s-%d' width='8' height='8' patternUnits='userSpaceOnUse'>%s</pattern>",
                    id(), i, PATTERNS.get(i));
        }
        add("</defs>");
        if (legendLines > 0) {
            legend(perLine);
        }
        double top = legend;
        for (Row row : rows) {
            bars(row, top);
            top += LABEL + bars * bar + GAP;
        }
        return svg.append("</svg>").toString();
    }

    private void legend(int perLine) {
        for (int i = 0; i < columns.size(); i++) {
            // A drawing in the drawing: only so can something stand beside what stands at a part of the width.
            add(
                    "<svg x='%.2f%%' y='%.2fem' width='%.2f%%' height='%.2fem'>",
                    i % perLine * 100.0 / perLine, i / perLine * LEGEND, 100.0 / perLine, LEGEND);
            add("<rect class='chart-bar' x='1' y='.3em' width='1.1em' height='1.1em' fill='url(#%s-%d)'/>", id(), i);
            add("<text x='1.6em' y='1.25em'>%s</text></svg>", escaped(heading(i)));
        }
    }

    private void bars(Row row, double top) {
        add("<text y='%.2fem'>%s</text>", top + 1.15, escaped(shortened(row.label())));
        if (!labelled) {
            add("<text x='100%%' y='%.2fem' text-anchor='end'>%s</text>", top + 1.15, escaped(words(row)));
        }
        double whole = labelled ? WIDTH_BESIDE_FIGURES : 100;
        double left = 0;
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.cells().get(columns.get(i));
            double width = largest == 0 ? 0 : cell.size() / largest * whole;
            double y = top + LABEL + (stacked ? 0 : i * bar);
            if (width > 0) {
                add(
                        "<rect class='chart-bar' x='%.2f%%' y='%.2fem' width='%.2f%%' height='%.2fem' fill='url(#%s-%d)'/>",
                        left, y, width, stacked ? bar : bar - .1, id(), i);
            }
            if (labelled) {
                add("<text x='100%%' y='%.2fem' text-anchor='end'>%s</text>", y + 1, escaped(cell.text()));
            }
            left += stacked ? width : 0;
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    /** The length of the whole bar, or of the longest of several. */
    private double size(Row row) {
        var sizes =
                columns.stream().mapToDouble(column -> row.cells().get(column).size());
        return stacked ? sizes.sum() : sizes.max().orElse(0);
    }

    /** What stands at the end of the bar: the whole, or each figure. */
    private String words(Row row) {
        if (stacked) {
            return Cell.of((long) size(row)).text();
        }
        return String.join(
                " / ",
                columns.stream().map(column -> row.cells().get(column).text()).toList());
    }

    private String description() {
        List<String> series =
                columns.stream().map(column -> table.headings().get(column + 1)).toList();
        return rows.stream()
                .filter(row -> size(row) > 0)
                .max(Comparator.comparingDouble(this::size))
                .map(row -> Messages.of(
                        "statistics.chart.description", rows.size(), String.join("、", series), row.label(), words(row)))
                .orElseGet(() -> Messages.of("statistics.chart.empty"));
    }

    private String heading(int series) {
        return table.headings().get(columns.get(series) + 1);
    }

    private String id() {
        return "chart-" + table.key();
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text);
    }

    private void add(String format, Object... parts) {
        svg.append(String.format(Locale.ROOT, format, parts));
    }
}
