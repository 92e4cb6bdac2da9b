package org.maintenancefund.billing.mandate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations.NamedAssociation;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/**
 * 申请收取授权 as typed; the components stand in the order of the page.
 *
 * @param association the one whose company or office is to collect
 * @param files       only the place of the scans on the page: their errors stand here, the scans themselves are with the draft
 */
@Labels("billing.mandate.field.")
public record MandateForm(
        @Nullable String association,

        @Typed(value = TypedDate.class, required = "billing.mandate.validFrom.missing") @Nullable
        String validFrom,

        @Typed(value = TypedDate.class, required = "billing.mandate.validTo.missing") @Nullable
        String validTo,

        @Nullable Object files,

        @Text(max = MAX_REMARK, lines = true, optional = true) @Nullable
        String remark) {

    private static final int MAX_REMARK = 500;

    public MandateForm {
        files = null;
    }

    /** The form with nothing but the association, or not even that. */
    static MandateForm startedWith(@Nullable String association) {
        return new MandateForm(association, null, null, null, null);
    }

    /** The filled form of a round, for revising it. */
    static MandateForm of(MandateDetails details) {
        return new MandateForm(
                details.associationId().toString(),
                details.validFrom().toString(),
                details.validTo().toString(),
                null,
                details.remark());
    }

    /**
     * The details of a form whose constraints were checked; empty where {@code errors} has something to say.
     *
     * @param current what is effective in the committee's area, or will be
     */
    Optional<MandateDetails> read(
            List<NamedAssociation> current, CommitteeId committee, LocalDate today, Errors errors) {
        Optional<NamedAssociation> chosen = current.stream()
                .filter(one -> one.association().id().toString().equals(association))
                .findFirst();
        if (chosen.isEmpty()) {
            FieldErrors.reject(errors, "association", "billing.mandate.association.missing");
        }
        Checked<LocalDate> from = TypedDate.parse(validFrom);
        Checked<LocalDate> to = TypedDate.parse(validTo);
        if (from.isOk() && to.isOk() && to.value().isBefore(from.value())) {
            FieldErrors.reject(errors, "validTo", "billing.mandate.order");
        } else if (to.isOk() && to.value().isBefore(today)) {
            FieldErrors.reject(
                    errors, "validTo", "billing.mandate.over", to.value().toString());
        }
        chosen.map(NamedAssociation::association).ifPresent(right -> {
            requireWithin(right, from, "validFrom", errors);
            requireWithin(right, to, "validTo", errors);
        });
        if (errors.hasErrors()) {
            return Optional.empty();
        }
        AssociationView right = chosen.orElseThrow().association();
        OfficeId office = right.office();
        return Optional.of(new MandateDetails(
                right.id().value(),
                committee.value(),
                right.area().value(),
                right.enterprise().value(),
                office == null ? null : office.value(),
                chosen.orElseThrow().manager(),
                right.effectiveFrom(),
                right.effectiveTo(),
                from.value(),
                to.value(),
                ChineseText.paragraphs(remark, MAX_REMARK).value()));
    }

    private static void requireWithin(AssociationView right, Checked<LocalDate> day, String field, Errors errors) {
        if (day.isOk()
                && !errors.hasFieldErrors(field)
                && (day.value().isBefore(right.effectiveFrom()) || day.value().isAfter(right.effectiveTo()))) {
            FieldErrors.reject(
                    errors,
                    field,
                    "billing.mandate.outside",
                    right.effectiveFrom().toString(),
                    right.effectiveTo().toString());
        }
    }
}
