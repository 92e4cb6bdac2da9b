package org.maintenancefund.unit.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.Optional;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.unit.UnitId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The units as entities: for the verbs. */
interface UnitRepository extends JpaRepository<Unit, UnitId> {

    /** With all of its versions and payers, by one statement: to be looked at. */
    @Query("select u from Unit u left join fetch u.versions left join fetch u.payers where u.id = :id")
    Optional<Unit> whole(UnitId id);

    /** Locks the row, so that what is decided on it is still true when it is written. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select u from Unit u where u.id = :id")
    Optional<Unit> lock(UnitId id);

    /** Makes forms about the units of these areas stale. */
    @Modifying
    @Query("update versioned Unit u set u.floor = u.floor where u.area in :areas")
    void outdate(Collection<AreaId> areas);
}
