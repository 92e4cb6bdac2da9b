package org.maintenancefund.web;

import java.util.List;

/**
 * A value of a summary list that is a table of its own: the buildings of a community.
 *
 * @param columns headings; the first names the row, the others stand over figures
 * @param rows    as many cells as there are columns
 */
public record SummaryTable(List<String> columns, List<List<String>> rows) {

    public SummaryTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
