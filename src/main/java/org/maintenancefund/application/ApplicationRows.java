package org.maintenancefund.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.SummaryRow;
import org.maintenancefund.web.UploadedFile;

/** An application's fields, scans and timeline as the shared fragments show them. */
public final class ApplicationRows {

    /**
     * A scan beside an application.
     *
     * @param slot    what it is a scan of
     * @param picture the address of a picture of it
     * @param pdf     true where the picture is that of its first page
     */
    public record Scan(String slot, UploadedFile file, String picture, boolean pdf) {}

    private ApplicationRows() {}

    /** The summary list: fields, then scans by what they are. */
    public static List<SummaryRow> of(List<DetailField> fields, List<ApplicationFile> files) {
        List<SummaryRow> rows =
                new ArrayList<>(fields.stream().map(DetailField::row).toList());
        rows.addAll(files(files));
        return rows;
    }

    /** The same with 修改 links: of a line to where it is mended, of scans to the form's part for files. */
    static List<SummaryRow> changeable(
            ApplicationKind kind,
            List<DetailField> fields,
            List<ApplicationFile> files,
            String form,
            Predicate<String> open,
            UnaryOperator<String> whereMended) {
        List<SummaryRow> rows = new ArrayList<>(fields.stream()
                .map(field -> field.row().changeAt(open.test(field.key()) ? whereMended.apply(field.key()) : null))
                .toList());
        List<SummaryRow> scans =
                files.isEmpty() ? List.of(SummaryRow.of(Messages.of("application.files"), null)) : files(files);
        for (SummaryRow row : scans) {
            boolean changeable = kind.scanSlots().stream()
                    .filter(slot -> files.isEmpty() || slot.label().equals(row.label()))
                    .anyMatch(slot -> open.test(slot.field()));
            rows.add(row.changeAt(changeable ? form + "#files" : null));
        }
        return rows;
    }

    /** 办理记录 for the timeline fragment, with what is being waited for on top. */
    public static List<org.maintenancefund.web.TimelineEntry> timeline(ApplicationView application) {
        List<org.maintenancefund.web.TimelineEntry> entries = new ArrayList<>();
        if (application.status() == ReviewStatus.PENDING) {
            entries.add(current(Messages.of("application.timeline.review")));
        } else if (application.status() == ReviewStatus.RETURNED) {
            entries.add(current(Messages.of("application.timeline.revision")));
        }
        application.timeline().stream().map(ApplicationRows::entry).forEach(entries::add);
        return entries;
    }

    private static org.maintenancefund.web.TimelineEntry current(String title) {
        return new org.maintenancefund.web.TimelineEntry(
                title,
                Messages.of("application.timeline.current"),
                List.of(),
                org.maintenancefund.web.TimelineEntry.Kind.CURRENT);
    }

    private static org.maintenancefund.web.TimelineEntry entry(TimelineEntry entry) {
        List<String> texts = new ArrayList<>(entry.reasons());
        entry.marks().forEach(mark -> texts.add(Messages.of("application.timeline.mark", mark)));
        if (!entry.opinion().isBlank()) {
            texts.add(entry.opinion());
        }
        if (!entry.papers().isEmpty()) {
            texts.add(Messages.of("application.timeline.papers", String.join("；", entry.papers())));
        }
        return new org.maintenancefund.web.TimelineEntry(
                entry.action().label(),
                Times.minute(entry.at()) + "　" + who(entry),
                texts,
                entry.internalRemark().isBlank() ? null : entry.internalRemark(),
                entry.isBad()
                        ? org.maintenancefund.web.TimelineEntry.Kind.NEGATIVE
                        : org.maintenancefund.web.TimelineEntry.Kind.DONE);
    }

    private static String who(TimelineEntry entry) {
        return entry.organisation().equals(entry.actor()) ? entry.actor() : entry.organisation() + " " + entry.actor();
    }

    /** The scans one by one, as they are looked at beside the application. */
    public static List<Scan> scans(List<ApplicationFile> files) {
        return files.stream()
                .map(file -> new Scan(
                        file.slot(),
                        uploaded(file),
                        file.file().picturePath(),
                        file.file().isPdf()))
                .toList();
    }

    private static List<SummaryRow> files(List<ApplicationFile> files) {
        Map<String, List<UploadedFile>> bySlot = new LinkedHashMap<>();
        files.forEach(file ->
                bySlot.computeIfAbsent(file.slot(), slot -> new ArrayList<>()).add(uploaded(file)));
        return bySlot.entrySet().stream()
                .map(slot -> SummaryRow.ofFiles(slot.getKey(), slot.getValue()))
                .toList();
    }

    /** A scan as the file input shows it. */
    public static UploadedFile uploaded(ApplicationFile file) {
        return new UploadedFile(
                file.file().id().toString(),
                file.file().filename(),
                file.file().size(),
                file.file().path());
    }
}
