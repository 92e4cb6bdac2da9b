package org.maintenancefund.notice.domain;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.notice.NoticeNumber;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** The notices as entities: for the verbs. */
interface NoticeRepository extends JpaRepository<PublicNotice, NoticeNumber> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select n from PublicNotice n where n.number = :number")
    Optional<PublicNotice> lock(NoticeNumber number);

    Optional<PublicNotice> findBySubmission(UUID submission);

    @Query(value = "SELECT nextval('notice_number')", nativeQuery = true)
    int nextNumber();

    /** How many take room above the others today, or will. */
    @Query("select count(n) from PublicNotice n where n.pinned and (n.shownUntil is null or n.shownUntil >= :today)")
    long countPinned(LocalDate today);
}
