package org.maintenancefund.association.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * 申请小区管理处关联 as typed: text throughout, so that a draft keeps also what can't be read. {@link AssociationFormCheck} makes
 * {@link AssociationDetails} of it. The components stand in the order of the page.
 *
 * @param enterprise    the chosen company's id
 * @param target        关联对象, the name of a TargetKind
 * @param office        the chosen office's id
 * @param papers        a row for each PaperKind, in its order
 * @param files         only the place of the scans on the page: their errors stand here, the scans themselves are with the draft
 */
public record AssociationForm(
        @Nullable String enterprise,
        @Nullable String target,
        @Nullable String office,
        @Nullable String contractStart,
        @Nullable String contractEnd,
        List<PaperRow> papers,
        @Nullable Object files,
        @Nullable String remark) {

    /** One line of 纸质材料: how many copies, ORIGINAL or COPY. */
    public record PaperRow(
            @Nullable String copies, @Nullable String form) {

        static final String ORIGINAL = "ORIGINAL";
        static final String COPY = "COPY";

        static PaperRow empty() {
            return new PaperRow("", ORIGINAL);
        }
    }

    public AssociationForm {
        List<PaperRow> rows = papers == null ? List.of() : papers;
        papers = IntStream.range(0, PaperKind.values().length)
                .mapToObj(i ->
                        i < rows.size() ? Objects.requireNonNullElse(rows.get(i), PaperRow.empty()) : PaperRow.empty())
                .toList();
        files = null;
    }

    /** The form with nothing but a company, or not even that. */
    public static AssociationForm startedWith(@Nullable String enterprise) {
        return new AssociationForm(enterprise, null, null, null, null, List.of(), null, null);
    }

    /** The same with a company; the office is left out where it belonged to another one. */
    public AssociationForm with(@Nullable String chosen) {
        boolean another = enterprise != null && !enterprise.equals(chosen);
        return new AssociationForm(
                chosen, target, another ? null : office, contractStart, contractEnd, papers, null, remark);
    }

    /** The filled form of a round, for revising it. */
    public static AssociationForm of(AssociationDetails details) {
        List<PaperRow> rows = Arrays.stream(PaperKind.values())
                .map(kind -> details.papers().stream()
                        .filter(paper -> paper.kind() == kind)
                        .map(paper -> new PaperRow(
                                Integer.toString(paper.copies()), paper.original() ? PaperRow.ORIGINAL : PaperRow.COPY))
                        .findFirst()
                        .orElseGet(PaperRow::empty))
                .toList();
        return new AssociationForm(
                details.enterpriseId().toString(),
                details.target().name(),
                details.officeId() == null ? null : details.officeId().toString(),
                details.contractStart().toString(),
                details.contractEnd().toString(),
                rows,
                null,
                details.remark());
    }
}
