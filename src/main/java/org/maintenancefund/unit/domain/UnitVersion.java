package org.maintenancefund.unit.domain;

import jakarta.persistence.Embeddable;
import org.maintenancefund.unit.Origin;
import org.maintenancefund.unit.UnitFacts;

/**
 * What bills of a unit are made of, until the next version begins.
 *
 * @param reason why it came
 */
@Embeddable
record UnitVersion(UnitFacts facts, String reason, Origin origin) {}
