package org.maintenancefund.association.termination;

import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.domain.AssociationForm.PaperRow;
import org.maintenancefund.association.domain.PaperDocument;
import org.maintenancefund.association.domain.PaperKind;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/**
 * 申请解除关联 as typed; the components stand in the order of the page.
 *
 * @param association the one that is to end
 * @param reason      the name of a TerminationReason
 * @param papers      a row for each of PaperKind.OF_TERMINATION
 * @param files       only the place of the scans on the page: their errors stand here, the scans themselves are with the draft
 */
@Labels("association.termination.field.")
public record TerminationForm(
        @Nullable String association,

        @Typed(value = TypedDate.class, required = "association.termination.endsOn.missing") @Nullable
        String endsOn,

        @Choice(value = TerminationReason.class, required = "association.termination.reason.missing") @Nullable
        String reason,

        List<@Valid PaperRow> papers,
        @Nullable Object files,

        @Text(max = MAX_REMARK, lines = true, optional = true) @Nullable
        String remark) {

    private static final int MAX_REMARK = 500;

    public TerminationForm {
        papers = PaperRow.of(PaperKind.OF_TERMINATION, papers);
        files = null;
    }

    /** The form with nothing but the association. */
    static TerminationForm about(@Nullable String association) {
        return new TerminationForm(association, null, null, List.of(), null, null);
    }

    /** The same about that association. */
    TerminationForm with(@Nullable String other) {
        return new TerminationForm(other, endsOn, reason, papers, null, remark);
    }

    /** The filled form of a round, for revising it. */
    static TerminationForm of(TerminationDetails details) {
        return new TerminationForm(
                details.associationId().toString(),
                details.endsOn().toString(),
                details.reason().name(),
                PaperRow.told(PaperKind.OF_TERMINATION, details.papers()),
                null,
                details.remark());
    }

    /** The days that 解除日期 may be: of one that runs any of its own, of one that has not begun from today on. */
    static DateRange bounds(AssociationView association, LocalDate today) {
        LocalDate first = association.effectiveFrom().isAfter(today) ? today : association.effectiveFrom();
        return DateRange.of(first, association.effectiveTo());
    }

    /**
     * The details of a form whose constraints were checked; empty where {@code errors} has something to say.
     *
     * @param ending  the association; that it is over is no mistake of the form, and told as an obstacle
     * @param manager who manages by it
     */
    Optional<TerminationDetails> read(
            AssociationView ending, String manager, CommitteeId committee, LocalDate today, Errors errors) {
        Checked<LocalDate> end = TypedDate.parse(endsOn);
        if (end.isOk() && !ending.isOverOn(today)) {
            DateRange bounds = bounds(ending, today);
            if (!bounds.contains(end.value())) {
                FieldErrors.reject(
                        errors,
                        "endsOn",
                        "association.termination.endsOn.bounds",
                        bounds.start().toString(),
                        bounds.end().toString());
            }
        }
        List<PaperDocument> documents = PaperRow.documents(PaperKind.OF_TERMINATION, papers);
        if (documents.isEmpty() && !errors.hasFieldErrors("papers*")) {
            FieldErrors.reject(errors, "papers[0].copies", "association.termination.papers.missing");
        }
        if (TerminationReason.OTHER.name().equals(reason) && ChineseText.isBlank(remark)) {
            FieldErrors.reject(errors, "remark", "association.termination.remark.missing");
        }
        return errors.hasErrors()
                ? Optional.empty()
                : Optional.of(new TerminationDetails(
                        ending.id().value(),
                        committee.value(),
                        ending.area().value(),
                        manager,
                        ending.contract(),
                        ending.effectiveFrom(),
                        ending.effectiveTo(),
                        end.value(),
                        TerminationReason.valueOf(String.valueOf(reason)),
                        documents,
                        ChineseText.paragraphs(remark, MAX_REMARK).value()));
    }
}
