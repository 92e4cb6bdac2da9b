package org.maintenancefund.unit.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.kernel.ChineseText;
import org.maintenancefund.kernel.TypedDate;
import org.maintenancefund.kernel.TypedMonth;
import org.maintenancefund.kernel.money.FloorArea;
import org.maintenancefund.unit.AreaSource;
import org.maintenancefund.unit.UnitFacts;
import org.maintenancefund.unit.UnitUse;
import org.maintenancefund.web.Choice;
import org.maintenancefund.web.Labels;
import org.maintenancefund.web.Typed;

/** What bills of a unit are made of, as typed; part of a form, in its field {@code facts}. */
@Labels("unit.field.")
record FactsFields(
        @Typed(FloorArea.class) String floorArea,

        @Choice(value = AreaSource.class, required = "unit.source.required")
        String source,

        @Choice(value = UnitUse.class, required = "unit.use.required")
        String use,

        String lift,
        String liable,
        String sold,

        @Typed(value = TypedDate.class, optional = true) String deliveredOn,

        @Typed(value = TypedMonth.class, optional = true) String chargedFrom) {

    private static final String TICKED = "true";

    /** Most units are flats that were sold and have to pay. */
    static final FactsFields EMPTY =
            new FactsFields("", "", UnitUse.RESIDENTIAL.name(), "", TICKED, TICKED, "", "");

    static final FactsFields MISSING = new FactsFields("", "", "", "", "", "", "", "");

    FactsFields {
        floorArea = text(floorArea);
        source = text(source);
        use = text(use);
        lift = text(lift);
        liable = text(liable);
        sold = text(sold);
        deliveredOn = text(deliveredOn);
        chargedFrom = text(chargedFrom);
    }

    static FactsFields of(UnitFacts facts) {
        return new FactsFields(
                facts.floorArea().decimal().toPlainString(),
                facts.source().name(),
                facts.use().name(),
                tick(facts.lift()),
                tick(facts.liable()),
                tick(facts.sold()),
                Objects.toString(facts.deliveredOn(), ""),
                Objects.toString(facts.chargedFrom(), ""));
    }

    /** What was typed, of fields without faults. */
    UnitFacts toFacts() {
        return new UnitFacts(
                FloorArea.parse(floorArea).value(),
                AreaSource.valueOf(source),
                UnitUse.valueOf(use),
                lift.equals(TICKED),
                liable.equals(TICKED),
                sold.equals(TICKED),
                delivered(),
                charged());
    }

    private @Nullable LocalDate delivered() {
        return ChineseText.clean(deliveredOn).isEmpty()
                ? null
                : TypedDate.parse(deliveredOn).value();
    }

    private @Nullable YearMonth charged() {
        return ChineseText.clean(chargedFrom).isEmpty()
                ? null
                : TypedMonth.parse(chargedFrom).value();
    }

    private static String tick(boolean yes) {
        return yes ? TICKED : "";
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }
}
