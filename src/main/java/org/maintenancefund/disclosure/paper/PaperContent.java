package org.maintenancefund.disclosure.paper;

import java.util.List;
import org.maintenancefund.kernel.Messages;

/**
 * What a paper says, in the words that stand on it: kept as it was given out, whatever becomes of names and rules afterwards.
 *
 * @param text    the sentence above
 * @param lines   one below the other
 * @param columns headings of its table; empty where it has none
 * @param amounts so many of the columns, the last ones, are amounts
 * @param rows    of the table
 * @param note    the sentence below
 */
public record PaperContent(
        String text, List<Line> lines, List<String> columns, int amounts, List<List<String>> rows, String note) {

    public PaperContent {
        lines = List.copyOf(lines);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The same with other lines. */
    public PaperContent withLines(List<Line> others) {
        return new PaperContent(text, others, columns, amounts, rows, note);
    }

    /** Whether the column is one of amounts. */
    public boolean isAmount(int column) {
        return column >= columns.size() - amounts;
    }

    /**
     * A line.
     *
     * @param personal whether it names a person, whom a page that asks nobody to sign in doesn't name in full
     */
    public record Line(String label, String value, boolean personal) {

        /** With its label under the key. */
        static Line of(String field, Object value) {
            return new Line(Messages.of("disclosure.paper.field." + field), value.toString(), false);
        }

        static Line ofPerson(String field, String name) {
            return new Line(Messages.of("disclosure.paper.field." + field), name, true);
        }
    }
}
