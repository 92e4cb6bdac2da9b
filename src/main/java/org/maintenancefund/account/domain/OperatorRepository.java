package org.maintenancefund.account.domain;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.Role;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.jpa.repository.Query;

/** Accounts. */
public interface OperatorRepository extends JpaRepository<Operator, OperatorId> {

    Optional<Operator> findByUsername(String username);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Operator o where o.id = :id")
    Optional<Operator> lock(OperatorId id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from Operator o where o.username = :username")
    Optional<Operator> lockByUsername(String username);

    /** In the order of their identifiers, as everybody does who locks several. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query(
            "select o from Operator o where o.organisation = :organisation and o.passwordSource ="
                    + " org.maintenancefund.account.PasswordSource.LOCAL and o.state <> org.maintenancefund.account.OperatorState.DISABLED order by o.id.value")
    List<Operator> lockLocalInUse(OrgRef organisation);

    @Query(
            "select o from Operator o where o.passwordSource = org.maintenancefund.account.PasswordSource.DIRECTORY order by o.username")
    List<Operator> findAllShared();

    @Query("select o from Operator o where o.organisation = :organisation order by o.createdAt, o.username")
    List<Operator> findAllOf(OrgRef organisation);

    /** In SQL: a statement of Hibernate's with a list of parameters is translated anew each time. */
    @NativeQuery("SELECT * FROM operator WHERE org_type = :type AND org_id = ANY (:ids) ORDER BY created_at, username")
    List<Operator> findAllOf(String type, UUID[] ids);

    @Query("select o from Operator o where o.role = :role and o.state ="
            + " org.maintenancefund.account.OperatorState.ACTIVE order by o.username")
    List<Operator> findActive(Role role);
}
