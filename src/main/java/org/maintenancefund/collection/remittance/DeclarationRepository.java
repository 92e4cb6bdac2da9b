package org.maintenancefund.collection.remittance;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

/** Declarations as entities: for the verbs. Each question locks the rows, always in the same order. */
interface DeclarationRepository extends JpaRepository<Declaration, UUID> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Declaration d where d.number = :number")
    Optional<Declaration> lock(DeclarationNumber number);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Declaration d where d.number in :numbers order by d.number.value")
    List<Declaration> lockAll(Collection<DeclarationNumber> numbers);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select d from Declaration d where d.slip = :slip order by d.number.value")
    List<Declaration> lockOf(SlipId slip);
}
