package org.maintenancefund.collection.receipt;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Receipts as entities: for the verbs. */
interface ReceiptRepository extends JpaRepository<Receipt, ReceiptId> {

    /** Locks the row, so that what is decided on it is still true when it is written. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from Receipt r where r.number = :number")
    Optional<Receipt> lock(ReceiptNumber number);
}
