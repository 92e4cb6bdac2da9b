package org.maintenancefund.area.report;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.application.ApplicationNumber;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface AreaReportRepository extends JpaRepository<AreaReport, ApplicationNumber> {

    Optional<AreaReport> findByToken(UUID token);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from AreaReport r where r.number = :number")
    Optional<AreaReport> lock(ApplicationNumber number);
}
