package org.maintenancefund.unit.domain;

import jakarta.persistence.Embeddable;
import org.maintenancefund.unit.Origin;
import org.maintenancefund.unit.Payer;

/** Who pays for a unit, until somebody else does. */
@Embeddable
record UnitPayer(Payer payer, Origin origin) {}
