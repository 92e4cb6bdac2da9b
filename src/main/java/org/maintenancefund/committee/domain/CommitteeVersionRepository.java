package org.maintenancefund.committee.domain;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Versions of committees' records. */
interface CommitteeVersionRepository extends JpaRepository<CommitteeVersion, CommitteeVersion.Id> {

    @Query("select v from CommitteeVersion v where v.id.committeeId = :committee order by v.id.number desc")
    List<CommitteeVersion> newestFirst(UUID committee);

    @Query("select coalesce(max(v.id.number), 0) from CommitteeVersion v where v.id.committeeId = :committee")
    int newest(UUID committee);
}
