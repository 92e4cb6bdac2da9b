package org.maintenancefund.city.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.city.NewDistrictCentre;
import org.maintenancefund.kernel.Refusal;
import org.maintenancefund.kernel.SortKey;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The district centres as entities. */
public interface DistrictCentreRepository extends JpaRepository<DistrictCentreEntity, DistrictId> {

    boolean existsByCodeAndIdNot(String code, DistrictId id);

    boolean existsByNameAndIdNot(String name, DistrictId id);

    boolean existsByGbCodeAndIdNot(String gbCode, DistrictId id);

    Optional<DistrictCentreEntity> findByCode(String code);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from DistrictCentreEntity c where c.id = :id")
    Optional<DistrictCentreEntity> lock(DistrictId id);

    @EntityGraph(attributePaths = "streets")
    @Query("select c from DistrictCentreEntity c")
    List<DistrictCentreEntity> findAllWithStreets();

    /** All with their streets, by name. */
    default List<DistrictCentreEntity> findAllInOrder() {
        return SortKey.sorted(findAllWithStreets(), centre -> centre.view().name());
    }

    /** Refuses the letters, the name and the code of GB/T 2260 of another one. */
    default void refuseTaken(NewDistrictCentre wanted, DistrictId own) {
        if (existsByCodeAndIdNot(wanted.code(), own)) {
            throw Refusal.because("city.district.code-taken", wanted.code());
        }
        if (existsByNameAndIdNot(wanted.name(), own)) {
            throw Refusal.because("city.district.name-taken", wanted.name());
        }
        if (wanted.gbCode() != null && existsByGbCodeAndIdNot(wanted.gbCode(), own)) {
            throw Refusal.because("city.district.gb-code-taken", wanted.gbCode());
        }
    }
}
