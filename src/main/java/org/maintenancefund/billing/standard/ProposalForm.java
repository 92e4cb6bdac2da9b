package org.maintenancefund.billing.standard;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.Checked;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.Reason;
import org.maintenancefund.kernel.money.Rate;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.FieldErrors;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/**
 * A standard of the city as typed; the components stand in the order of the page.
 *
 * @param checked 已核对: the tick beside a rate that is unlikely
 * @param asked   the rate that the page asked about: a tick is about no other one
 */
@Labels("billing.standard.field.")
record ProposalForm(
        @Choice(value = UnitUse.class, required = "billing.standard.use.required")
        String use,

        @Choice(value = LiftChoice.class, required = "billing.standard.lift.required")
        String lift,

        @Typed(value = TypedStandard.class, by = "rate") String rate,
        @Typed(value = TypedStandard.class, by = "month") String from,

        @Text(max = LONGEST_DOCUMENT, required = "billing.standard.document.required")
        String document,

        String checked,
        String asked) {

    static final int LONGEST_DOCUMENT = 200;

    static final ProposalForm EMPTY =
            new ProposalForm(UnitUse.RESIDENTIAL.name(), LiftChoice.WITH.name(), "", "", "", "", "");

    ProposalForm(
            @Nullable String use,
            @Nullable String lift,
            @Nullable String rate,
            @Nullable String from,
            @Nullable String document,
            @Nullable String checked,
            @Nullable String asked) {
        this.use = Objects.requireNonNullElse(use, "");
        this.lift = Objects.requireNonNullElse(lift, "");
        this.rate = Objects.requireNonNullElse(rate, "");
        this.from = Objects.requireNonNullElse(from, "");
        this.document = Objects.requireNonNullElse(document, "");
        this.checked = Objects.requireNonNullElse(checked, "");
        this.asked = Objects.requireNonNullElse(asked, "");
    }

    /** What is unlikely about the rate that was typed. */
    Optional<Reason> doubt() {
        Checked<Rate> read = TypedStandard.rate(rate);
        return read.isOk() ? TypedStandard.doubt(read.value()) : Optional.empty();
    }

    /** Notes in the errors where the page has yet to ask about the rate, or the answer is missing. */
    void requireAnswer(Errors errors) {
        boolean answered = checked.equals("true")
                && TypedStandard.rate(rate).isOk()
                && asked.equals(TypedStandard.plain(TypedStandard.rate(rate).value()));
        if (doubt().isPresent() && !answered) {
            FieldErrors.reject(errors, "checked", "billing.standard.checked.required");
        }
    }

    /** The standards of a form without faults. */
    List<StandardProposal> read() {
        return LiftChoice.valueOf(lift).lifts().stream()
                .map(one -> new StandardProposal(
                        UnitUse.valueOf(use),
                        one,
                        TypedStandard.rate(rate).value(),
                        TypedStandard.month(from).value(),
                        ChineseText.clean(document)))
                .toList();
    }
}
