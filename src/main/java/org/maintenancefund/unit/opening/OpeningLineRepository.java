package org.maintenancefund.unit.opening;

import org.maintenancefund.unit.UnitId;
import org.springframework.data.jpa.repository.JpaRepository;

/** The lines as entities: for the verbs. */
interface OpeningLineRepository extends JpaRepository<OpeningLine, UnitId> {}
