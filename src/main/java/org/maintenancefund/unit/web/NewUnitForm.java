package org.maintenancefund.unit.web;

import jakarta.validation.Valid;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.area.Building;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.unit.NewUnit;
import org.maintenancefund.unit.Origin;
import org.maintenancefund.unit.Payer;
import org.maintenancefund.unit.UnitPlace;
import org.maintenancefund.web.Asked;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Text;
import org.maintenancefund.web.Typed;
import org.springframework.validation.Errors;

/** 登记房屋 as typed; the components stand in the order of the page. */
@Labels("unit.field.")
record NewUnitForm(
        PlaceFields place,
        @Typed(TypedMonth.class) String from,

        @Valid FactsFields facts,

        PayerFields payer,

        @Text(max = Origin.LONGEST_DOCUMENT, optional = true)
        String document,

        Asked asked) {

    NewUnitForm(
            @Nullable PlaceFields place,
            @Nullable String from,
            @Nullable FactsFields facts,
            @Nullable PayerFields payer,
            @Nullable String document,
            @Nullable Asked asked) {
        this.place = Objects.requireNonNullElse(place, PlaceFields.EMPTY);
        this.from = Objects.requireNonNullElse(from, "");
        this.facts = Objects.requireNonNullElse(facts, FactsFields.MISSING);
        this.payer = Objects.requireNonNullElse(payer, PayerFields.EMPTY);
        this.document = Objects.requireNonNullElse(document, "");
        this.asked = Objects.requireNonNullElse(asked, Asked.NOTHING);
    }

    /** @param from the month it is filled in with */
    static NewUnitForm empty(YearMonth from) {
        return new NewUnitForm(
                PlaceFields.EMPTY, from.toString(), FactsFields.EMPTY, PayerFields.EMPTY, "", Asked.NOTHING);
    }

    /** The unit, or null where something is wrong, which the errors tell. */
    @Nullable
    NewUnit read(List<Building> buildings, Errors errors) {
        UnitPlace at = place.read(buildings, errors);
        Payer pays = payer.isBlank() ? null : payer.read(errors);
        return at == null || errors.hasErrors()
                ? null
                : new NewUnit(at, TypedMonth.parse(from).value(), facts.toFacts(), pays, ChineseText.clean(document));
    }
}
