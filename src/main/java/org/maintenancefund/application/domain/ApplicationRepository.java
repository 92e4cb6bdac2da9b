package org.maintenancefund.application.domain;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** Applications, loaded by number together with who may see them. */
public interface ApplicationRepository extends JpaRepository<Application, ApplicationNumber> {

    /** Locks the row: all that changes an application goes one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.number = :number")
    Optional<Application> lock(ApplicationNumber number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.number = :number and a.kind = :kind and a.summary.district = :district")
    Optional<Application> lockOfDistrict(ApplicationNumber number, ApplicationKind kind, DistrictId district);

    /** What of that organisation's is under way, in the order of the numbers, to be ended. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Application a where a.applicant = :applicant and a.status in"
            + " (org.maintenancefund.application.ReviewStatus.PENDING,"
            + " org.maintenancefund.application.ReviewStatus.RETURNED) order by a.number.value")
    List<Application> lockUnderway(OrgRef applicant);

    /** In SQL: a statement of Hibernate's with a list of parameters is translated anew each time. */
    @NativeQuery("SELECT subject_id FROM application WHERE kind = :kind AND subject_id = ANY (:subjects)"
            + " AND status = 'PENDING' AND number <> :except")
    List<UUID> findPendingSubjects(String kind, UUID[] subjects, String except);

    /** Of the given subjects those with an application of that kind in 待审核, other than {@code except}. */
    default List<UUID> findPendingSubjects(
            ApplicationKind kind, Collection<UUID> subjects, @Nullable ApplicationNumber except) {
        return subjects.isEmpty()
                ? List.of()
                : findPendingSubjects(kind.code(), subjects.toArray(UUID[]::new), except == null ? "" : except.value());
    }

    @Query("select a.number from Application a where a.status = org.maintenancefund.application.ReviewStatus.RETURNED"
            + " and a.reviseBy < :today order by a.reviseBy, a.number.value")
    List<ApplicationNumber> findReturnedToBeMendedBefore(LocalDate today);
}
