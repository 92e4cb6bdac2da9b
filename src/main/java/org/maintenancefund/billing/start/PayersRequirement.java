package org.maintenancefund.billing.start;

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

/** Each unit that has to pay has somebody who does. */
@Component
@Order(30)
@RequiredArgsConstructor
class PayersRequirement implements StartRequirement {

    private static final String KEY = "billing.start.payers";

    private final AreaUnits units;

    @Override
    public StartLine check(AreaView area, YearMonth month) {
        AreaUnits.Totals there = units.of(area.id());
        String address = "/units/areas/" + area.id();
        if (there.units() == 0) {
            return StartLine.missing(KEY + ".no-units", Who.COLLECTOR).at(address);
        }
        return there.withoutPayer() == 0
                ? StartLine.done(KEY)
                : StartLine.missing(KEY, Who.COLLECTOR, Figures.of(there.withoutPayer()))
                        .at(address);
    }
}
