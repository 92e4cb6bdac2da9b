package org.maintenancefund.association;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaKeepers;
import org.maintenancefund.association.domain.Association;
import org.maintenancefund.association.domain.AssociationRepository;
import org.maintenancefund.association.domain.ManagedAreas;
import org.maintenancefund.committee.CommitteeId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who manages which area today. A right counts from its first day to its last, looked up anew at every question. */
@Service
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class Associations implements AreaKeepers {

    private final AssociationRepository associations;
    private final ManagedAreas managed;
    private final Clock clock;

    /** The association that is effective today. */
    public Optional<AssociationView> effectiveFor(AreaId area) {
        return associations.findEffective(area, LocalDate.now(clock)).map(Association::view);
    }

    /** Approved associations of the area that begin later, by their first day. */
    public List<AssociationView> comingFor(AreaId area) {
        return associations.findComing(area, LocalDate.now(clock)).stream()
                .map(Association::view)
                .toList();
    }

    /** All associations a committee applied for, newest first, ended ones too. */
    public List<AssociationView> of(CommitteeId committee) {
        return associations.findAllOf(committee).stream().map(Association::view).toList();
    }

    /**
     * The areas managed today, which the organisation may also complete the information of: an enterprise's own and its
     * offices', an office's own; none while the company is disabled.
     */
    @Override
    public List<AreaId> areasOf(OrgRef organisation) {
        return managesAreas(organisation) ? managed.areasOf(organisation, LocalDate.now(clock)) : List.of();
    }

    /** True where the organisation manages the area today; see {@link #areasOf}. */
    public boolean manages(OrgRef organisation, AreaId area) {
        return managesAreas(organisation) && managed.manages(organisation, area, LocalDate.now(clock));
    }

    private static boolean managesAreas(OrgRef organisation) {
        return organisation.type() == OrgType.ENTERPRISE || organisation.type() == OrgType.OFFICE;
    }
}
