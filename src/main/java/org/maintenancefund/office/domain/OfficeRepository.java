package org.maintenancefund.office.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.office.OfficeId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The offices as entities: for the verbs. Loaded together with the enterprise whose people ask. */
interface OfficeRepository extends JpaRepository<ManagementOffice, OfficeId> {

    /** Locks the row, so that what is decided on it is still true when it is written. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from ManagementOffice o where o.id = :id and o.enterprise = :enterprise")
    Optional<ManagementOffice> lockOf(EnterpriseId enterprise, OfficeId id);

    /** The office of the enterprise that has that name. */
    @Query("select o from ManagementOffice o where o.enterprise = :enterprise and o.nameKey = :nameKey")
    Optional<ManagementOffice> findNamed(EnterpriseId enterprise, String nameKey);

    /**
     * Keeps everybody else from using, changing or deleting the office until the transaction ends: whoever refers to it locks it
     * too, and the one that comes second sees what the first has done. Written out, because a pessimistic lock of JPA is weaker
     * than FOR UPDATE on PostgreSQL and would let such a one pass.
     */
    @Query(value = "SELECT id FROM management_office WHERE id = :id FOR UPDATE", nativeQuery = true)
    UUID lockAlone(UUID id);
}
