package org.maintenancefund.association;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.domain.AssociationReader;
import org.maintenancefund.committee.CommitteeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who manages which area today. A right counts from its first day to its last, looked up anew at every question. */
@Service
@Transactional(readOnly = true)
public class Associations {

    private final AssociationReader reader;
    private final Clock clock;

    Associations(AssociationReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /** The association that is effective today. */
    public Optional<AssociationView> effectiveFor(AreaId area) {
        return reader.effectiveOn(area, LocalDate.now(clock));
    }

    /** Approved associations of the area that begin later, by their first day. */
    public List<AssociationView> comingFor(AreaId area) {
        return reader.comingAfter(area, LocalDate.now(clock));
    }

    /** All associations a committee applied for, newest first, ended ones too. */
    public List<AssociationView> of(CommitteeId committee) {
        return reader.of(committee);
    }

    /** The areas managed today: an enterprise's own and its offices', an office's own; none while the company is disabled. */
    public List<AreaId> managedBy(OrgRef organisation) {
        return reader.areasManagedBy(organisation, LocalDate.now(clock));
    }

    /** True where the organisation manages the area today; see {@link #managedBy}. */
    public boolean manages(OrgRef organisation, AreaId area) {
        return (organisation.type() == OrgType.ENTERPRISE || organisation.type() == OrgType.OFFICE)
                && reader.manages(organisation, area, LocalDate.now(clock));
    }
}
