package org.maintenancefund.area.domain;

import org.maintenancefund.area.AreaId;
import org.springframework.data.jpa.repository.JpaRepository;

interface PropertyAreaRepository extends JpaRepository<PropertyArea, AreaId> {}
