package org.maintenancefund.collection.receipt;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Reversals as entities; their receipt is locked by whoever proposes or decides. */
interface ReceiptReversalRepository extends JpaRepository<ReceiptReversal, UUID> {

    /** The proposal that is open or was confirmed; there is at most one. */
    @Query("select v from ReceiptReversal v where v.receipt = :receipt and v.state <> 'REJECTED'")
    Optional<ReceiptReversal> live(ReceiptId receipt);
}
