package org.maintenancefund.fundaccount;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.maintenancefund.ledger.FundAccountId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The accounts as entities: for the verbs. */
interface FundAccountRepository extends JpaRepository<FundAccount, FundAccountId> {

    /** Locks the row, so that what is decided on it is still true when it is written. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from FundAccount a where a.id = :id")
    Optional<FundAccount> lock(FundAccountId id);

    /** That of the number, however far it is. */
    Optional<FundAccount> findByNumber(String number);
}
