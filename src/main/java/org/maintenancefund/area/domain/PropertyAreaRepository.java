package org.maintenancefund.area.domain;

import java.util.List;
import org.maintenancefund.area.AreaId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface PropertyAreaRepository extends JpaRepository<PropertyArea, AreaId> {

    /** Areas whose keys were made by older rules and that nobody else has in hand. */
    @Query(
            value = "SELECT * FROM area WHERE key_version < :version ORDER BY key_version, id LIMIT :limit"
                    + " FOR UPDATE SKIP LOCKED",
            nativeQuery = true)
    List<PropertyArea> withKeysBefore(int version, int limit);
}
