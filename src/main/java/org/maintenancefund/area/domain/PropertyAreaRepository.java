package org.maintenancefund.area.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import org.maintenancefund.area.AreaId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface PropertyAreaRepository extends JpaRepository<PropertyArea, AreaId> {

    /** The areas in the order of their identifiers, which is the order they are locked in. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from PropertyArea a where a.id in :ids order by a.id.value")
    List<PropertyArea> lock(Collection<AreaId> ids);

    /** Counts a change of what is not in the area's own row. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update versioned PropertyArea a set a.buildings = a.buildings where a.id = :id")
    void countUp(AreaId id);

    /** Areas whose keys were made by older rules and that nobody else has in hand. */
    @Query(
            value = "SELECT * FROM area WHERE key_version < :version ORDER BY key_version, id LIMIT :limit"
                    + " FOR UPDATE SKIP LOCKED",
            nativeQuery = true)
    List<PropertyArea> withKeysBefore(int version, int limit);
}
