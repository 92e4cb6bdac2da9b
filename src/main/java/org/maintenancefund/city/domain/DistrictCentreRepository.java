package org.maintenancefund.city.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.DistrictId;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface DistrictCentreRepository extends JpaRepository<DistrictCentreEntity, DistrictId> {

    boolean existsByCode(String code);

    boolean existsByName(String name);

    boolean existsByGbCode(String gbCode);

    boolean existsByCodeAndIdNot(String code, DistrictId id);

    boolean existsByNameAndIdNot(String name, DistrictId id);

    boolean existsByGbCodeAndIdNot(String gbCode, DistrictId id);

    Optional<DistrictCentreEntity> findByCode(String code);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from DistrictCentreEntity c where c.id = :id")
    Optional<DistrictCentreEntity> lock(DistrictId id);

    @EntityGraph(attributePaths = "streets")
    List<DistrictCentreEntity> findAllByOrderByCode();
}
