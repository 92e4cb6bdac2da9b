package org.maintenancefund.enterprise.domain;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.enterprise.Qualification;
import org.maintenancefund.kernel.CreditCode;
import org.maintenancefund.kernel.NotFound;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The companies as entities: for the verbs. */
public interface EnterpriseRepository extends JpaRepository<Enterprise, EnterpriseId> {

    boolean existsByCreditCode(CreditCode creditCode);

    boolean existsByCreditCodeAndQualification(CreditCode creditCode, Qualification qualification);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Enterprise e where e.creditCode = :code")
    Optional<Enterprise> lockByCreditCode(CreditCode code);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select e from Enterprise e where e.id = :id")
    Optional<Enterprise> lock(EnterpriseId id);

    /** The same; {@link NotFound} where there is none. */
    default Enterprise lockExisting(EnterpriseId id) {
        return lock(id).orElseThrow(() -> new NotFound("enterprise " + id));
    }
}
