package org.maintenancefund.area.domain;

import java.time.Clock;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of property areas as those keep it who may. */
@Service
public class AreaRegister {

    private final Districts districts;
    private final AreaNumbers numbers;
    private final PropertyAreaRepository areas;
    private final AuditTrail trail;
    private final Clock clock;

    AreaRegister(
            Districts districts, AreaNumbers numbers, PropertyAreaRepository areas, AuditTrail trail, Clock clock) {
        this.districts = districts;
        this.numbers = numbers;
        this.areas = areas;
        this.trail = trail;
        this.clock = clock;
    }

    /** Enters a new area under the next number of its district; refuses what can't be a name or an address. */
    @Transactional
    public AreaId enter(NewArea area) {
        DistrictCentre centre =
                districts.ofStreet(area.street()).orElseThrow(() -> Refusal.because("area.street.unknown"));
        PropertyArea entered = PropertyArea.entered(area, centre, numbers.next(centre.id()), clock.instant());
        areas.saveAndFlush(entered);
        trail.record(AuditEvent.of("AREA_ENTERED").on("area", entered.code(), entered.name()));
        return entered.id();
    }
}
