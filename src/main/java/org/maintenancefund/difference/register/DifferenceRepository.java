package org.maintenancefund.difference.register;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.maintenancefund.difference.DifferenceNumber;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Differences as entities: for the verbs. */
interface DifferenceRepository extends JpaRepository<DifferenceEntity, DifferenceNumber> {

    /** Locks the row, so that what is decided on it is still true when it is written. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from DifferenceEntity d where d.number = :number")
    Optional<DifferenceEntity> lock(DifferenceNumber number);
}
