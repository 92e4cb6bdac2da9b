package org.maintenancefund.association.domain;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.association.TargetKind;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.enterprise.EnterpriseView;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.office.OfficeView;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Option;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/**
 * 申请小区管理处关联 as typed: text throughout, so that a draft keeps also what can't be read. The components stand in the order
 * of the page.
 *
 * @param target     关联对象, the name of a TargetKind
 * @param papers     a row for each of PaperKind.OF_ASSOCIATION
 * @param files      only the place of the scans on the page: their errors stand here, the scans themselves are with the draft
 */
@Labels("association.field.")
public record AssociationForm(
        @Nullable String enterprise,

        @Choice(value = TargetKind.class, required = "association.target.missing") @Nullable
        String target,

        @Nullable String office,

        @Typed(value = TypedDate.class, required = "association.contractStart.missing") @Nullable
        String contractStart,

        @Typed(value = TypedDate.class, required = "association.contractEnd.missing") @Nullable
        String contractEnd,

        List<@Valid PaperRow> papers,
        @Nullable Object files,

        @Text(max = MAX_REMARK, lines = true, optional = true) @Nullable
        String remark) {

    private static final int MAX_REMARK = 500;
    private static final int MAX_COPIES = 99;

    /** One line of 纸质材料: how many copies, ORIGINAL or COPY. */
    @Labels("association.paper.")
    public record PaperRow(
            @Typed(value = AssociationForm.class, by = "readCopies", optional = true) @Nullable
            String copies,

            @Nullable String form) {

        public static final String ORIGINAL = "ORIGINAL";
        public static final String COPY = "COPY";

        /** The choices of {@link #form}. */
        public static final List<Option> FORMS = List.of(
                Option.of(ORIGINAL, Messages.of("association.paper.original")),
                Option.of(COPY, Messages.of("association.paper.copy")));

        private static PaperRow empty() {
            return new PaperRow("", ORIGINAL);
        }

        /** A row for each kind, also where a form has fewer or more. */
        public static List<PaperRow> of(List<PaperKind> kinds, @Nullable List<@Nullable PaperRow> typed) {
            List<@Nullable PaperRow> rows = typed == null ? List.of() : typed;
            return IntStream.range(0, kinds.size())
                    .mapToObj(i -> i < rows.size()
                            ? Objects.requireNonNullElse(rows.get(i), PaperRow.empty())
                            : PaperRow.empty())
                    .toList();
        }

        /** The rows of what was handed in, for revising it. */
        public static List<PaperRow> told(List<PaperKind> kinds, List<PaperDocument> documents) {
            return kinds.stream()
                    .map(kind -> documents.stream()
                            .filter(paper -> paper.kind() == kind)
                            .map(paper ->
                                    new PaperRow(Integer.toString(paper.copies()), paper.original() ? ORIGINAL : COPY))
                            .findFirst()
                            .orElseGet(PaperRow::empty))
                    .toList();
        }

        /** What is handed in: the rows with copies. */
        public static List<PaperDocument> documents(List<PaperKind> kinds, List<PaperRow> rows) {
            List<PaperDocument> documents = new ArrayList<>();
            for (int i = 0; i < kinds.size(); i++) {
                PaperRow row = rows.get(i);
                Checked<Integer> copies = readCopies(row.copies());
                if (copies.isOk() && copies.value() > 0) {
                    documents.add(new PaperDocument(kinds.get(i), copies.value(), !COPY.equals(row.form())));
                }
            }
            return documents;
        }
    }

    public AssociationForm {
        papers = PaperRow.of(PaperKind.OF_ASSOCIATION, papers);
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
        return new AssociationForm(
                details.enterpriseId().toString(),
                details.target().name(),
                details.officeId() == null ? null : details.officeId().toString(),
                details.contractStart().toString(),
                details.contractEnd().toString(),
                PaperRow.told(PaperKind.OF_ASSOCIATION, details.papers()),
                null,
                details.remark());
    }

    /**
     * The details of a form whose constraints were checked; empty where {@code errors} has something to say.
     *
     * @param active the company's offices that can be chosen
     */
    public Optional<AssociationDetails> read(
            CommitteeView committee, EnterpriseView company, List<OfficeView> active, LocalDate today, Errors errors) {
        boolean ofOffice = TargetKind.OFFICE.name().equals(target);
        Optional<OfficeView> branch = active.stream()
                .filter(candidate -> ofOffice && candidate.id().toString().equals(office))
                .findFirst();
        if (ofOffice && branch.isEmpty()) {
            FieldErrors.reject(errors, "office", "association.office.missing");
        }
        Checked<LocalDate> start = TypedDate.parse(contractStart);
        Checked<LocalDate> end = TypedDate.parse(contractEnd);
        if (end.isOk()) {
            if (start.isOk() && !end.value().isAfter(start.value())) {
                FieldErrors.reject(errors, "contractEnd", "association.contract.order");
            } else if (end.value().isBefore(today)) {
                FieldErrors.reject(
                        errors,
                        "contractEnd",
                        "association.contract.over",
                        end.value().toString());
            }
        }
        List<PaperDocument> documents = PaperRow.documents(PaperKind.OF_ASSOCIATION, papers);
        if (documents.stream().noneMatch(paper -> paper.kind() == PaperKind.SERVICE_CONTRACT)
                && !errors.hasFieldErrors("papers[0].copies")) {
            FieldErrors.reject(errors, "papers[0].copies", "association.papers.contract-missing");
        }
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new AssociationDetails(
                committee.id().value(),
                committee.area().value(),
                company.id().value(),
                company.name(),
                branch.map(office -> office.id().value()).orElse(null),
                branch.map(OfficeView::name).orElse(null),
                start.value(),
                end.value(),
                documents,
                ChineseText.paragraphs(remark, MAX_REMARK).value()));
    }

    private static Checked<Integer> readCopies(@Nullable String typed) {
        String copies = ChineseText.code(typed);
        if (copies.isEmpty()) {
            return Checked.ok(0);
        }
        return copies.matches("[0-9]{1,2}")
                ? Checked.ok(Integer.valueOf(copies))
                : Checked.refused("association.papers.copies", MAX_COPIES);
    }
}
