package org.maintenancefund.application.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationFile;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.Mark;
import org.maintenancefund.application.MarkPlace;
import org.maintenancefund.application.ReviewSheet;
import org.maintenancefund.application.ScanSlot;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.SummaryRow;
import org.maintenancefund.web.UploadedFile;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;

/**
 * An application's lines as its reviewer sees them: what was marked the time before first, then what else is not as it was,
 * then the rest. Each has its tick 需要修改 while it can be decided.
 */
public record ReviewedLines(List<SummaryRow> asked, List<SummaryRow> changed, List<SummaryRow> rest) {

    /** A line under its key, or the scans of an input; without {@code was} they are as they were. */
    private record Line(
            String key, SummaryRow row, @Nullable String was) {}

    /**
     * The lines of the round that is shown.
     *
     * @param form   as it was sent, or empty
     * @param errors of that form
     */
    static ReviewedLines of(ReviewSheet sheet, DecisionForm form, @Nullable Errors errors) {
        boolean decidable = sheet.isOpen();
        List<Line> lines = Stream.of(fields(sheet), scans(sheet), left(sheet))
                .flatMap(List::stream)
                .map(line -> decidable
                        ? new Line(line.key(), line.row().tickedBy(ticks(line, sheet, form, errors)), line.was())
                        : line)
                .toList();
        Predicate<Line> asked = line -> sheet.asked().stream().anyMatch(mark -> isAbout(mark, line));
        return new ReviewedLines(
                lines.stream()
                        .filter(asked)
                        .sorted(Comparator.comparing(line -> place(sheet.asked(), line)))
                        .map(line -> compared(line).withNote(note(sheet.asked(), line)))
                        .toList(),
                lines.stream()
                        .filter(asked.negate().and(line -> line.was() != null))
                        .map(ReviewedLines::compared)
                        .toList(),
                lines.stream()
                        .filter(asked.negate().and(line -> line.was() == null))
                        .map(Line::row)
                        .toList());
    }

    /** Whether there is nothing to be told before the rest. */
    public boolean isPlain() {
        return asked.isEmpty() && changed.isEmpty();
    }

    private static List<Line> fields(ReviewSheet sheet) {
        return sheet.fields().stream()
                .map(field -> {
                    List<String> was = sheet.before().getOrDefault(field.key(), field.lines());
                    return new Line(
                            field.key(),
                            field.row().leadingTo(field.record()),
                            was.equals(field.lines()) ? null : String.join("；", was));
                })
                .toList();
    }

    /** What was marked and isn't told any more. */
    private static List<Line> left(ReviewSheet sheet) {
        List<String> there = Stream.concat(
                        sheet.fields().stream().map(DetailField::key),
                        sheet.application().kind().scanSlots().stream().map(ScanSlot::field))
                .toList();
        return sheet.asked().stream()
                .filter(mark -> !there.contains(mark.field()))
                .map(mark -> new Line(
                        mark.field(),
                        SummaryRow.of(mark.label(), null),
                        String.join("；", sheet.before().getOrDefault(mark.field(), List.of()))))
                .toList();
    }

    private static List<Line> scans(ReviewSheet sheet) {
        List<Line> lines = new ArrayList<>();
        for (ScanSlot slot : sheet.application().kind().scanSlots()) {
            List<UploadedFile> now = of(sheet.files(), slot);
            List<UploadedFile> before = of(sheet.filesBefore(), slot);
            boolean changed = sheet.round() > 1 && !now.equals(before);
            lines.add(new Line(
                    slot.field(),
                    SummaryRow.ofFiles(slot.label(), now),
                    changed ? before.stream().map(UploadedFile::name).collect(Collectors.joining("；")) : null));
        }
        return lines;
    }

    private static List<UploadedFile> of(List<ApplicationFile> files, ScanSlot slot) {
        return files.stream()
                .filter(file -> file.slot().equals(slot.label()))
                .map(ApplicationRows::uploaded)
                .toList();
    }

    private static SummaryRow compared(Line line) {
        return line.was() == null ? line.row() : line.row().changedFrom(line.was());
    }

    private static boolean isAbout(Mark mark, Line line) {
        return mark.field().equals(line.key());
    }

    private static int place(List<Mark> asked, Line line) {
        return asked.stream().map(Mark::field).toList().indexOf(line.key());
    }

    /** What was said about it; and where nothing came of that, so much. */
    private static String note(List<Mark> asked, Line line) {
        String reasons = asked.stream()
                .filter(mark -> isAbout(mark, line))
                .map(mark -> mark.attachmentId() == null ? mark.reason() : mark.toString())
                .filter(reason -> !reason.isBlank())
                .collect(Collectors.joining("；"));
        return Messages.of(line.was() == null ? "application.asked.unchanged" : "application.asked", reasons)
                .strip();
    }

    private static List<SummaryRow.Tick> ticks(
            Line line, ReviewSheet sheet, DecisionForm form, @Nullable Errors errors) {
        List<MarkPlace> places = sheet.places();
        return IntStream.range(0, places.size())
                .filter(index -> places.get(index).field().equals(line.key()))
                .mapToObj(index -> tick(index, places.get(index), form, errors))
                .toList();
    }

    private static SummaryRow.Tick tick(int index, MarkPlace place, DecisionForm form, @Nullable Errors errors) {
        FieldError error = errors == null ? null : errors.getFieldError("markReasons[" + index + "]");
        return new SummaryRow.Tick(
                index,
                place.value(),
                place.attachmentId() == null ? null : place.label(),
                form.marks().contains(place.value()),
                form.markReason(index),
                error == null ? null : Messages.source().getMessage(error, Locale.SIMPLIFIED_CHINESE));
    }
}
