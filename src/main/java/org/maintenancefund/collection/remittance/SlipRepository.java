package org.maintenancefund.collection.remittance;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Slips as entities: for the verbs. Locked before the declarations that they hold. */
interface SlipRepository extends JpaRepository<RemittanceSlip, SlipId> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from RemittanceSlip s where s.number = :number")
    Optional<RemittanceSlip> lock(SlipNumber number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from RemittanceSlip s where s.id = :id")
    Optional<RemittanceSlip> lock(SlipId id);

    /** Always in the same order, so that no two wait crosswise. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from RemittanceSlip s where s.id in :ids order by s.id")
    List<RemittanceSlip> lockAll(Collection<SlipId> ids);
}
