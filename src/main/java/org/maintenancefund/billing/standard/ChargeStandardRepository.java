package org.maintenancefund.billing.standard;

import jakarta.persistence.LockModeType;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.billing.ChargeStandardId;
import org.maintenancefund.unit.UnitUse;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Standards as entities: for the verbs, and for the few of the city. */
interface ChargeStandardRepository extends JpaRepository<ChargeStandardEntity, ChargeStandardId> {

    /** One of the city's, locked, so that what is decided on it is still true when it is written. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from ChargeStandardEntity s where s.id = :id and s.area.value is null")
    Optional<ChargeStandardEntity> lockOfCity(ChargeStandardId id);

    @Query("select s from ChargeStandardEntity s where s.id = :id and s.area.value is null")
    Optional<ChargeStandardEntity> findOfCity(ChargeStandardId id);

    /** Those that wait for a second person, the first month first. */
    @Query("select s from ChargeStandardEntity s where s.area.value is null and s.state = PROPOSED"
            + " order by s.validFrom, s.proposedAt, s.id")
    List<ChargeStandardEntity> findProposed();

    /** What was decided on, the last month first. */
    @Query("select s from ChargeStandardEntity s where s.area.value is null and s.state <> PROPOSED"
            + " order by s.validFrom desc, s.proposedAt desc, s.id desc")
    List<ChargeStandardEntity> findDecided(Limit most);

    @Query("select count(s) from ChargeStandardEntity s where s.area.value is null and s.state <> PROPOSED")
    long countDecided();

    /** Those of the city's for such units that begin in that month, or wait to: one of each at most. */
    @Query("select s from ChargeStandardEntity s where s.area.value is null and s.use = :use and s.lift = :lift"
            + " and s.validFrom = :month and s.state in (PROPOSED, IN_FORCE)")
    List<ChargeStandardEntity> findBeginning(UnitUse use, boolean lift, YearMonth month);

    /** How many of the city's wait that this person may decide on. */
    @Query("select count(s) from ChargeStandardEntity s where s.area.value is null and s.state = PROPOSED"
            + " and s.proposedBy <> :person")
    long countProposedByOthers(UUID person);
}
