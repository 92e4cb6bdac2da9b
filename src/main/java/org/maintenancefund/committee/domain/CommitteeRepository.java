package org.maintenancefund.committee.domain;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeId;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** Committees. */
public interface CommitteeRepository extends JpaRepository<Committee, CommitteeId> {

    String REGISTERED = " c.status = org.maintenancefund.committee.domain.RecordState.REGISTERED";

    @Query("select c from Committee c left join fetch c.terms where c.area = :area and" + REGISTERED)
    Optional<Committee> findInOffice(AreaId area);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Committee c where c.id = :id")
    Optional<Committee> lock(CommitteeId id);

    @Query("select c from Committee c left join fetch c.terms where c.area in :areas and" + REGISTERED)
    List<Committee> findAllInOffice(Collection<AreaId> areas);

    /** Of the areas those that have one; in SQL: a statement of Hibernate's with a list is translated anew each time. */
    @NativeQuery("SELECT area_id FROM committee WHERE area_id = ANY (:areas) AND status = 'REGISTERED'")
    List<UUID> findAreasInOffice(UUID[] areas);

    @Query("select c from Committee c where c.nameKey = :key and" + REGISTERED)
    List<Committee> findByNameKey(String key, Limit limit);

    /** All that the area ever had, and has. */
    @Query("select c.id.value from Committee c where c.area = :area")
    List<UUID> findIdsOf(AreaId area);

    Optional<Committee> findByRegisteredBy(String number);

    /** All that a registration is compared with: in office for the area, or of that name, or its own. */
    @Query("select new org.maintenancefund.committee.domain.RelatedCommittee("
            + "c.id, c.area, c.state.name, c.nameKey, c.registeredBy) from Committee c where c.area = :area and"
            + REGISTERED + " or c.nameKey = :key and" + REGISTERED
            + " or c.registeredBy = :number")
    List<RelatedCommittee> findRelated(AreaId area, String key, String number);

    @Query("select coalesce(max(v.id.number), 0) from CommitteeVersion v where v.id.committeeId = :committee")
    int findNewestVersion(UUID committee);
}
