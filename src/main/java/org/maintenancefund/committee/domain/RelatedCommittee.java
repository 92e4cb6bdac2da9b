package org.maintenancefund.committee.domain;

import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeId;

/**
 * A committee that a registration is compared with.
 *
 * @param nameKey      its name as names are compared
 * @param registeredBy 受理编号 of the registration it comes from
 */
public record RelatedCommittee(CommitteeId id, AreaId area, String name, String nameKey, String registeredBy) {}
