package org.maintenancefund.billing.standard;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.ChargeStandard;
import org.maintenancefund.billing.ChargeStandards;
import org.maintenancefund.billing.StartLine;
import org.maintenancefund.billing.StartLine.Who;
import org.maintenancefund.billing.StartRequirement;
import org.maintenancefund.unit.AreaUnits;
import org.maintenancefund.unit.AreaUnits.RatedUse;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Each unit that has to pay needs a standard to pay by: the area's own, or the city's, in the month that is billed first. */
@Component
@Order(40)
@RequiredArgsConstructor
class StandardRequirement implements StartRequirement {

    private static final String KEY = "billing.start.standards";

    private final AreaUnits units;
    private final ChargeStandards standards;

    @Override
    public StartLine check(AreaView area, YearMonth month) {
        String address = ChargeStandardController.PATH + "/areas/" + area.id();
        List<RatedUse> uses = units.liableUses(area.id(), month);
        if (uses.isEmpty()) {
            return StartLine.missing(KEY + ".none", Who.COLLECTOR).at(address);
        }
        List<ChargeStandard> holding = standards.from(area.id(), month).stream()
                .filter(standard -> !standard.from().isAfter(month))
                .toList();
        String missing = uses.stream()
                .filter(use -> holding.stream()
                        .noneMatch(standard -> standard.use() == use.use() && standard.lift() == use.lift()))
                .map(use -> StandardWords.kind(use.use(), use.lift()))
                .collect(Collectors.joining("；"));
        return missing.isEmpty()
                ? StartLine.done(KEY, month).at(address)
                : StartLine.missing(KEY, Who.MUNICIPAL, month, missing).at(address);
    }
}
