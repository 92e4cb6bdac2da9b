package org.maintenancefund.billing.start;

import java.math.BigDecimal;
import java.time.YearMonth;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.StartLine;
import org.maintenancefund.billing.StartLine.Who;
import org.maintenancefund.billing.StartRequirement;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.unit.AreaUnits;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * All units are registered. The community information says how many there should be; where the two differ, one of them may be
 * wrong, which is for who registered the units to say.
 */
@Component
@Order(20)
@RequiredArgsConstructor
class UnitsRequirement implements StartRequirement {

    private static final String KEY = "billing.start.units";

    private final AreaUnits units;

    @Override
    public StartLine check(AreaView area, YearMonth month) {
        AreaUnits.Totals there = units.of(area.id());
        BigDecimal told = area.floorAreas().total();
        String address = "/units/areas/" + area.id();
        if (there.units() == 0) {
            return StartLine.missing(KEY, Who.COLLECTOR, Figures.of(area.households()))
                    .at(address);
        }
        Object[] figures = {
            Figures.of(there.units()),
            Figures.squareMetres(there.floorArea()),
            Figures.of(area.households()),
            Figures.squareMetres(told)
        };
        boolean same = there.units() == area.households() && there.floorArea().compareTo(told) == 0;
        return (same ? StartLine.done(KEY, figures) : StartLine.asked(KEY, Who.COLLECTOR, figures)).at(address);
    }
}
