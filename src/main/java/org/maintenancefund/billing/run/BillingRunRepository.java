package org.maintenancefund.billing.run;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.RunId;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The runs as entities: for the verbs. */
interface BillingRunRepository extends JpaRepository<BillingRun, RunId> {

    /** Locks the row: of two people who decide on it the second sees what the first decided. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from BillingRun r where r.id = :id")
    Optional<BillingRun> lock(RunId id);

    /** The trial that waits for its second person, of a month or of what it missed. */
    @Query("select r from BillingRun r where r.area = :area and r.period = :period and r.kind = :kind"
            + " and r.state = org.maintenancefund.billing.run.RunState.PROPOSED")
    Optional<BillingRun> waiting(AreaId area, YearMonth period, RunKind kind);

    @Query("select r from BillingRun r where r.area in :areas"
            + " and r.state = org.maintenancefund.billing.run.RunState.PROPOSED")
    List<BillingRun> allWaiting(List<AreaId> areas);

    /** Those whose bills are there and were made since, the latest month first. */
    @Query("select r from BillingRun r where r.area = :area and r.confirmedAt > :since"
            + " and r.state = org.maintenancefund.billing.run.RunState.BILLED order by r.period desc")
    List<BillingRun> allBilledSince(AreaId area, Instant since);
}
