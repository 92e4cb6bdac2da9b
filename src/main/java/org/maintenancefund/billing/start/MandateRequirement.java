package org.maintenancefund.billing.start;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.StartLine;
import org.maintenancefund.billing.StartLine.Who;
import org.maintenancefund.billing.StartRequirement;
import org.maintenancefund.billing.mandate.NamedMandates;
import org.maintenancefund.billing.mandate.NamedMandates.NamedMandate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Somebody has to have the committee's mandate, today. */
@Component
@Order(10)
@RequiredArgsConstructor
class MandateRequirement implements StartRequirement {

    private static final String KEY = "billing.start.mandate";

    private final NamedMandates mandates;
    private final Clock clock;

    @Override
    public StartLine check(AreaView area, YearMonth month) {
        LocalDate today = LocalDate.now(clock);
        List<NamedMandate> current = mandates.current(area.id(), today);
        if (current.isEmpty()) {
            return StartLine.missing(KEY, Who.COMMITTEE).at("/mandates");
        }
        NamedMandate first = current.get(0);
        Mandate mandate = first.mandate();
        return mandate.isLiveOn(today)
                ? StartLine.done(KEY, first.collector(), mandate.validFrom(), mandate.validTo())
                : StartLine.missing(KEY + ".coming", Who.COLLECTOR, first.collector(), mandate.validFrom());
    }
}
