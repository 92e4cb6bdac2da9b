package org.maintenancefund.application;

import java.time.Instant;
import java.util.Optional;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;

/** Which organisation came of a registration, and back; offered as a bean by the features that register organisations. */
public interface RegisteredOrganisations {

    /**
     * A registration that was approved.
     *
     * @param district that decided it
     */
    record Registration(DistrictId district, Instant submittedAt, Instant approvedAt) {}

    OrgType type();

    ApplicationKind kind();

    /** What the approved registration made; empty before. */
    Optional<OrgRef> organisationOf(ApplicationNumber number);

    /** The registration an organisation of that type comes from; empty where it was entered otherwise. */
    Optional<Registration> registrationOf(OrgRef organisation);
}
