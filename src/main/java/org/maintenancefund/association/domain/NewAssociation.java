package org.maintenancefund.association.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.office.OfficeId;

/**
 * What an approved application asks for.
 *
 * @param office     one of the enterprise's, or null for the enterprise itself
 * @param approvedBy the application
 */
record NewAssociation(
        AreaId area,
        CommitteeId committee,
        EnterpriseId enterprise,
        @Nullable OfficeId office,
        DateRange contract,
        ApplicationNumber approvedBy,
        Instant approvedAt) {}
