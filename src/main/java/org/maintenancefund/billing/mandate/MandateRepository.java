package org.maintenancefund.billing.mandate;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.billing.MandateId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Mandates as entities. */
interface MandateRepository extends JpaRepository<CollectionMandate, MandateId> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from CollectionMandate m where m.id = :id")
    Optional<CollectionMandate> lock(MandateId id);

    /** What has a day from the first to the last, locked so that two who cut it do so one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from CollectionMandate m where m.area = :area and m.validTo >= :first and m.validFrom <= :last"
            + " and m.validTo >= m.validFrom order by m.validFrom")
    List<CollectionMandate> lockOverlapping(AreaId area, LocalDate first, LocalDate last);

    /** What is tied to an association and has days, locked. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from CollectionMandate m where m.association = :association and m.validTo >= m.validFrom"
            + " order by m.validFrom")
    List<CollectionMandate> lockOf(AssociationId association);

    /** What lives on that day or will later, for several areas, locked. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select m from CollectionMandate m where m.area in :areas and m.validTo >= :day"
            + " and m.validTo >= m.validFrom order by m.validFrom, m.id.value")
    List<CollectionMandate> lockCurrentOf(Collection<AreaId> areas, LocalDate day);

    @Query("select m from CollectionMandate m where m.area = :area and m.validTo >= m.validFrom")
    List<CollectionMandate> findAllOfArea(AreaId area);

    /** The mandates of an area that were approved or ended after that moment. */
    @Query("select m from CollectionMandate m where m.area = :area and (m.approvedAt > :since or m.endedAt > :since)")
    List<CollectionMandate> findChanged(AreaId area, Instant since);

    @Query("select m from CollectionMandate m where m.approvedBy in :numbers")
    List<CollectionMandate> findByApplications(Collection<String> numbers);
}
