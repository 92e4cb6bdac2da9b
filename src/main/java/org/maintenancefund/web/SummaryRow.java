package org.maintenancefund.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One line of a summary list (核对, 详情).
 *
 * @param values     the value, a line each; empty shows 未填写
 * @param note       a quieter line below, or null
 * @param files      scans that belong to the line
 * @param before     the value of the round before where it was changed, else null; marks the line as 有修改
 * @param changeHref where it can be changed (修改), or null
 * @param table      shown in place of the values, or null
 * @param record     the address of the record that it names (查看, beside this page), or null
 * @param ticks      by which a reviewer marks it to be mended
 */
public record SummaryRow(
        String label,
        List<String> values,
        @Nullable String note,
        List<UploadedFile> files,
        @Nullable String before,
        @Nullable String changeHref,
        @Nullable SummaryTable table,
        @Nullable String record,
        List<Tick> ticks) {

    /**
     * The tick 需要修改, with the input for the reason; both belong to the form {@code decision} of the page.
     *
     * @param index  its place among the form's {@code markReasons}
     * @param place  what it sends
     * @param label  what it is about, where that is not the line as a whole; else null
     * @param reason as typed
     * @param error  what is wrong with the reason, or null
     */
    public record Tick(
            int index,
            String place,
            @Nullable String label,
            boolean ticked,
            String reason,
            @Nullable String error) {}

    public SummaryRow {
        values = values.stream().filter(value -> !value.isBlank()).toList();
        files = List.copyOf(files);
        ticks = List.copyOf(ticks);
    }

    public static SummaryRow of(String label, @Nullable Object value) {
        return new SummaryRow(
                label,
                value == null ? List.of() : List.of(value.toString()),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of());
    }

    public static SummaryRow ofLines(String label, List<String> values) {
        return new SummaryRow(label, values, null, List.of(), null, null, null, null, List.of());
    }

    public static SummaryRow ofFiles(String label, List<UploadedFile> files) {
        return new SummaryRow(label, List.of(), null, files, null, null, null, null, List.of());
    }

    /** Without those that say nothing: what has not happened needs no line. */
    public static List<SummaryRow> told(SummaryRow... rows) {
        return Stream.of(rows).filter(row -> !row.isEmpty()).toList();
    }

    public SummaryRow withNote(@Nullable String text) {
        return new SummaryRow(label, values, text, files, before, changeHref, table, record, ticks);
    }

    /** Marks the line as changed since the last round; an empty text before is shown as 未填写. */
    public SummaryRow changedFrom(String valueBefore) {
        return new SummaryRow(label, values, note, files, valueBefore, changeHref, table, record, ticks);
    }

    public SummaryRow changeAt(@Nullable String href) {
        return new SummaryRow(label, values, note, files, before, href, table, record, ticks);
    }

    public SummaryRow withTable(@Nullable SummaryTable value) {
        return new SummaryRow(label, values, note, files, before, changeHref, value, record, ticks);
    }

    public SummaryRow tickedBy(List<Tick> marking) {
        return new SummaryRow(label, values, note, files, before, changeHref, table, record, marking);
    }

    public SummaryRow leadingTo(@Nullable String address) {
        return new SummaryRow(label, values, note, files, before, changeHref, table, address, ticks);
    }

    public boolean isEmpty() {
        return values.isEmpty() && files.isEmpty();
    }

    public boolean isChanged() {
        return before != null;
    }
}
