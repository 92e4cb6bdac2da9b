package org.maintenancefund.unit.web;

import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.unit.Origin;
import org.maintenancefund.unit.UnitChange;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.web.Asked;
import org.maintenancefund.web.FormPages;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;

/**
 * 变更 of what bills are made of, as typed; the components stand in the order of the page.
 *
 * @param version of the unit that the person saw
 */
@Labels("unit.field.")
record ChangeForm(
        @Typed(TypedMonth.class) String from,

        @Valid FactsFields facts,

        @Text(max = 200, required = "unit.reason.required") String reason,

        @Text(max = Origin.LONGEST_DOCUMENT, required = "unit.document.required")
        String document,

        Asked asked,
        String version) {

    ChangeForm(
            @Nullable String from,
            @Nullable FactsFields facts,
            @Nullable String reason,
            @Nullable String document,
            @Nullable Asked asked,
            @Nullable String version) {
        this.from = Objects.requireNonNullElse(from, "");
        this.facts = Objects.requireNonNullElse(facts, FactsFields.MISSING);
        this.reason = Objects.requireNonNullElse(reason, "");
        this.document = Objects.requireNonNullElse(document, "");
        this.asked = Objects.requireNonNullElse(asked, Asked.NOTHING);
        this.version = Objects.requireNonNullElse(version, "");
    }

    static ChangeForm of(UnitFacts facts, int version) {
        return new ChangeForm("", FactsFields.of(facts), "", "", Asked.NOTHING, Integer.toString(version));
    }

    int seenVersion() {
        return FormPages.seenVersion(version);
    }

    /** What was typed, of a form without faults. */
    UnitChange toChange() {
        return new UnitChange(
                TypedMonth.parse(from).value(),
                facts.toFacts(),
                ChineseText.clean(reason),
                ChineseText.clean(document));
    }
}
