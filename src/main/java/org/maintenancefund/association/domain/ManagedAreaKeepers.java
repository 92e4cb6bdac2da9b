package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaKeepers;
import org.springframework.stereotype.Component;

/** A company or an office may complete what it manages today. */
@Component
class ManagedAreaKeepers implements AreaKeepers {

    private final AssociationReader reader;
    private final Clock clock;

    ManagedAreaKeepers(AssociationReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public Collection<AreaId> areasOf(OrgRef organisation) {
        boolean manages = organisation.type() == OrgType.ENTERPRISE || organisation.type() == OrgType.OFFICE;
        return manages ? reader.areasManagedBy(organisation, LocalDate.now(clock)) : List.of();
    }
}
