package org.maintenancefund.billing.start;

import java.time.YearMonth;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.StartLine;
import org.maintenancefund.billing.StartLine.Who;
import org.maintenancefund.billing.StartRequirement;
import org.maintenancefund.kernel.Figures;
import org.maintenancefund.unit.OpeningBalances;
import org.maintenancefund.unit.OpeningState;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What the units have already is approved; those that stand in no sheet begin with nothing, which is for the collector to say. */
@Component
@Order(60)
@RequiredArgsConstructor
class OpeningsRequirement implements StartRequirement {

    private static final String KEY = "billing.start.openings";

    private final OpeningBalances openings;

    @Override
    public StartLine check(AreaView area, YearMonth month) {
        Optional<OpeningState> state = openings.stateOf(area.id());
        String entry = "/units/areas/" + area.id() + "/opening";
        if (state.isEmpty()) {
            return StartLine.missing(KEY, Who.COLLECTOR).at(entry);
        }
        if (state.get() == OpeningState.CHECKED) {
            return StartLine.missing(KEY + ".waiting", Who.DISTRICT).at("/units/openings");
        }
        if (state.get() != OpeningState.APPROVED) {
            return StartLine.missing(
                            KEY + ".underway", Who.COLLECTOR, state.get().label())
                    .at(entry);
        }
        long missing = openings.missing(area.id());
        return (missing == 0 ? StartLine.done(KEY) : StartLine.asked(KEY, Who.COLLECTOR, Figures.of(missing)))
                .at(entry);
    }
}
