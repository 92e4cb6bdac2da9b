package org.maintenancefund.unit.opening;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.area.AreaId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The sheets as entities: for the verbs. */
interface OpeningSheetRepository extends JpaRepository<OpeningSheet, OpeningId> {

    /** Locks the row, so that what is decided on it is still true when it is written. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from OpeningSheet s where s.id = :id")
    Optional<OpeningSheet> lock(OpeningId id);

    /** That of the area which is not approved: there is one at most. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select s from OpeningSheet s where s.area = :area and s.state <> org.maintenancefund.unit.OpeningState.APPROVED")
    Optional<OpeningSheet> lockUnderway(AreaId area);

    /** Those of the areas, in the order in which everybody locks them. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from OpeningSheet s where s.area in :areas order by s.id.value")
    List<OpeningSheet> lockAll(Collection<AreaId> areas);

    /** Those of the area, what is underway first, then the latest. */
    @Query("""
            select s from OpeningSheet s where s.area = :area
            order by case when s.state = org.maintenancefund.unit.OpeningState.APPROVED then 1 else 0 end, s.stateSince desc
            """)
    List<OpeningSheet> findAllOf(AreaId area);

    @Query("""
            select s from OpeningSheet s where s.area in :areas
            and s.state <> org.maintenancefund.unit.OpeningState.APPROVED order by s.stateSince
            """)
    List<OpeningSheet> findUnderway(Collection<AreaId> areas);

    @Query(
            "select count(s) > 0 from OpeningSheet s where s.area = :area and (s.changedAt > :since or s.stateSince > :since)")
    boolean isChanged(AreaId area, Instant since);
}
