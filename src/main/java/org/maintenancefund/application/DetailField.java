package org.maintenancefund.application;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.web.SummaryRow;
import org.maintenancefund.web.SummaryTable;

/**
 * One line of an application's summary list.
 *
 * @param key      stable name; rounds are compared by it, and 修改 leads to the input of that id
 * @param lines    the value, a line each; empty where nothing was given
 * @param personal true where it holds names or phones, which a receipt leaves out or masks
 * @param table    what is shown in place of many lines alike, or null
 * @param record   the address of the record that it names, for who may read it; or null
 */
public record DetailField(
        String key,
        String label,
        List<String> lines,
        boolean personal,
        @Nullable SummaryTable table,
        @Nullable String record) {

    public DetailField(String key, String label, List<String> lines, boolean personal) {
        this(key, label, lines, personal, null, null);
    }

    public static DetailField of(String key, String label, @Nullable Object... lines) {
        List<String> present = Arrays.stream(lines)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(line -> !line.isBlank())
                .toList();
        return new DetailField(key, label, present, false);
    }

    /** The same line, marked as personal. */
    public DetailField aboutPeople() {
        return new DetailField(key, label, lines, true, table, record);
    }

    /** The same line, shown as a table. */
    public DetailField as(SummaryTable shown) {
        return new DetailField(key, label, lines, personal, shown, record);
    }

    /** The same line, with the way to the record that it names. */
    public DetailField leadingTo(String address) {
        return new DetailField(key, label, lines, personal, table, address);
    }

    /** As a line of a summary list. */
    public SummaryRow row() {
        return SummaryRow.ofLines(label, lines).withTable(table);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
