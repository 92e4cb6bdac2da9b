package org.maintenancefund.web;

import java.util.ArrayList;
import java.util.List;
import org.maintenancefund.kernel.ChineseText;

/**
 * A line of the framed table of a paper: one value over the whole width, or two short ones side by side.
 *
 * @param cells one or two
 */
public record PaperRow(List<SummaryRow> cells) {

    /** So many characters fit into half a line beside the label. */
    private static final int SHORT = 18;

    private static final int LONG = 12;

    public PaperRow {
        cells = List.copyOf(cells);
    }

    /** The lines of a summary list, short ones that follow one another in pairs. */
    public static List<PaperRow> of(List<SummaryRow> lines) {
        List<PaperRow> rows = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            boolean pair = at + 1 < lines.size() && isShort(lines.get(at)) && isShort(lines.get(at + 1));
            rows.add(new PaperRow(pair ? List.of(lines.get(at), lines.get(at + 1)) : List.of(lines.get(at))));
            at += pair ? 1 : 0;
        }
        return rows;
    }

    /** True where it may need more than what is left of a sheet. */
    public boolean isLong() {
        return cells.stream()
                .anyMatch(cell -> cell.table() != null || cell.values().size() > LONG);
    }

    private static boolean isShort(SummaryRow line) {
        return line.values().size() <= 1
                && line.table() == null
                && line.files().isEmpty()
                && line.values().stream().allMatch(value -> ChineseText.length(value) <= SHORT);
    }
}
