package org.maintenancefund.billing.run;

import jakarta.persistence.LockModeType;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.billing.RunId;
import org.maintenancefund.unit.UnitId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The adjustments as entities: for the verbs. */
interface AdjustmentRepository extends JpaRepository<BillAdjustment, AdjustmentId> {

    /** Locks the row: of two people who decide on it the second sees what the first decided. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from BillAdjustment a where a.id = :id")
    Optional<BillAdjustment> lock(AdjustmentId id);

    /** All of a unit, the latest first. */
    @Query("select a from BillAdjustment a where a.unit = :unit order by a.proposedAt desc, a.id")
    List<BillAdjustment> of(UnitId unit);

    @Query("select a from BillAdjustment a where a.unit = :unit and a.period = :period"
            + " and a.state = org.maintenancefund.billing.run.AdjustmentState.PROPOSED")
    Optional<BillAdjustment> waiting(UnitId unit, YearMonth period);

    /** Those that wait go with the bills of the run. */
    @Modifying
    @Query("update versioned BillAdjustment a set a.state = org.maintenancefund.billing.run.AdjustmentState.LAPSED"
            + " where a.run = :run and a.state = org.maintenancefund.billing.run.AdjustmentState.PROPOSED")
    void lapse(RunId run);
}
