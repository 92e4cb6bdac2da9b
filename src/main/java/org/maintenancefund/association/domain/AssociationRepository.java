package org.maintenancefund.association.domain;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.committee.CommitteeId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Associations as entities. */
public interface AssociationRepository extends JpaRepository<Association, AssociationId> {

    @Query("select a from Association a where a.area = :area and a.effectiveFrom <= :day and a.effectiveTo >= :day")
    Optional<Association> findEffective(AreaId area, LocalDate day);

    @Query("select a from Association a where a.area = :area and a.effectiveFrom > :day"
            + " and a.effectiveTo >= a.effectiveFrom order by a.effectiveFrom")
    List<Association> findComing(AreaId area, LocalDate day);

    @Query(
            "select a from Association a where a.committee = :committee order by a.effectiveFrom desc, a.approvedAt desc")
    List<Association> findAllOf(CommitteeId committee);

    /** What is effective on that day or will be later, for several areas. */
    @Query("select a from Association a where a.area in :areas and a.effectiveTo >= :day"
            + " and a.effectiveTo >= a.effectiveFrom order by a.effectiveFrom, a.id.value")
    List<Association> findCurrentOf(Collection<AreaId> areas, LocalDate day);

    @Query("select a from Association a where a.area = :area and a.effectiveTo >= a.effectiveFrom")
    List<Association> findAllOfArea(AreaId area);

    /** The associations of an area that were approved or ended after that moment. */
    @Query("select a from Association a where a.area = :area and (a.approvedAt > :since or a.endedAt > :since)")
    List<Association> findChanged(AreaId area, Instant since);

    /** What has a day from the first to the last, locked so that two approvals cut it one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Association a where a.area = :area and a.effectiveTo >= :first and a.effectiveFrom <= :last"
            + " and a.effectiveTo >= a.effectiveFrom order by a.effectiveFrom")
    List<Association> lockOverlapping(AreaId area, LocalDate first, LocalDate last);
}
