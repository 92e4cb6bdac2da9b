package org.maintenancefund.city.domain;

import java.util.List;
import org.maintenancefund.access.DistrictId;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

interface DistrictCentreRepository extends JpaRepository<DistrictCentreEntity, DistrictId> {

    boolean existsByCode(String code);

    boolean existsByName(String name);

    @EntityGraph(attributePaths = "streets")
    List<DistrictCentreEntity> findAllByOrderByCode();
}
