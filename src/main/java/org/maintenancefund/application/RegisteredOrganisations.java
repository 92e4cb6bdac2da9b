package org.maintenancefund.application;

import java.util.Optional;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;

/** Which organisation came of a registration, and back; offered as a bean by the features that register organisations. */
public interface RegisteredOrganisations {

    OrgType type();

    ApplicationKind kind();

    /** What the approved registration made; empty before. */
    Optional<OrgRef> organisationOf(ApplicationNumber number);

    /** The registration an organisation of that type comes from; empty where it was entered otherwise. */
    Optional<ApplicationNumber> registrationOf(OrgRef organisation);
}
