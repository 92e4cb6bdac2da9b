package org.maintenancefund.application.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationFile;
import org.maintenancefund.application.ApplicationRows;
import org.maintenancefund.application.DetailField;
import org.maintenancefund.application.PaperReceipt;
import org.maintenancefund.application.PrintedRound;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Times;
import org.maintenancefund.web.PaperRow;
import org.maintenancefund.web.SummaryRow;

/**
 * A round as the sections of a paper.
 *
 * @param applicant who applies
 * @param content   what is applied for
 * @param materials scans and paper documents
 * @param result    how it was decided; null where the paper leaves room for it
 * @param opinion   what was said with it
 */
record PaperSections(
        List<PaperRow> applicant,
        List<PaperRow> content,
        List<Material> materials,
        @Nullable String result,
        List<String> opinion) {

    /**
     * Something that belongs to the application.
     *
     * @param form  电子扫描件 or 纸质
     * @param files what was uploaded
     * @param state whether paper has come, as far as that is known
     */
    record Material(String name, String form, List<String> files, String state) {}

    /**
     * The sections of a round.
     *
     * @param centre whose people may have entered it for the applicant
     * @param file   true for the district's own file: with what the applicant is not shown
     */
    static PaperSections of(PrintedRound round, String centre, boolean file) {
        String applicant = applicant(round, centre);
        List<SummaryRow> people = new ArrayList<>();
        people.add(SummaryRow.of(
                applicant.equals(round.application().title())
                        ? round.application().kind().titleLabel()
                        : Messages.of("application.paper.applicant"),
                applicant));
        people.addAll(ApplicationRows.of(
                round.fields().stream().filter(DetailField::personal).toList(), List.of()));
        if (people.size() == 1) {
            people.add(SummaryRow.of(
                    Messages.of("application.column.contactName"),
                    round.application().contactName()));
            people.add(SummaryRow.of(
                    Messages.of("application.column.contactMobile"),
                    round.application().contactMobile()));
        }
        List<DetailField> content = round.fields().stream()
                .filter(field -> !field.personal() && !field.lines().equals(List.of(applicant)))
                .filter(field ->
                        round.paperDocuments().isEmpty() || !field.lines().equals(round.paperDocuments()))
                .toList();
        TimelineEntry decision = round.decision().orElse(null);
        return new PaperSections(
                PaperRow.of(people),
                PaperRow.of(ApplicationRows.of(content, List.of())),
                materials(round, file ? decision : null),
                decision == null ? null : decision.action().label() + "　" + Times.longDate(decision.at()),
                decision == null ? List.of() : opinion(decision, file));
    }

    /** The applicant as a line, and how to reach them. */
    static List<SummaryRow> contact(PrintedRound round, String centre) {
        return List.of(
                SummaryRow.of(Messages.of("application.paper.applicant"), applicant(round, centre)),
                SummaryRow.of(
                        Messages.of("application.column.contactName"),
                        round.application().contactName()),
                SummaryRow.of(
                        Messages.of("application.column.contactMobile"),
                        round.application().contactMobile()));
    }

    /** Who applies under an account is the organisation; strangers apply for what is to be registered. */
    static String applicant(PrintedRound round, String centre) {
        String organisation = round.submission().organisation();
        boolean own = !round.application().kind().byReceipt() && !organisation.equals(centre);
        return own ? organisation : round.application().title();
    }

    static List<Material> materials(PrintedRound round, @Nullable TimelineEntry decision) {
        List<Material> materials = new ArrayList<>();
        for (String document : round.paperDocuments()) {
            String state = decision == null
                    ? ""
                    : decision.papers().contains(new PaperReceipt(document, true).toString())
                            ? Messages.of("application.paper.state.received")
                            : Messages.of("application.paper.state.missing");
            materials.add(new Material(document, Messages.of("application.paper.form.paper"), List.of(), state));
        }
        round.files().stream().map(ApplicationFile::slot).distinct().forEach(slot -> {
            List<String> files = round.files().stream()
                    .filter(file -> file.slot().equals(slot))
                    .map(file -> file.file().filename())
                    .toList();
            materials.add(new Material(slot, Messages.of("application.paper.form.scan", files.size()), files, ""));
        });
        return materials;
    }

    private static List<String> opinion(TimelineEntry decision, boolean file) {
        List<String> lines = new ArrayList<>();
        if (!decision.reasons().isEmpty()) {
            lines.add(Messages.of("application.paper.reasons", String.join("；", decision.reasons())));
        }
        decision.marks().forEach(mark -> lines.add(Messages.of("application.timeline.mark", mark)));
        decision.opinion().lines().filter(line -> !line.isBlank()).forEach(lines::add);
        if (file && !decision.internalRemark().isBlank()) {
            lines.add(Messages.of("application.timeline.remark", decision.internalRemark()));
        }
        if (file) {
            lines.add(Messages.of("application.paper.reviewer", decision.organisation(), decision.actor()));
        }
        return lines;
    }
}
