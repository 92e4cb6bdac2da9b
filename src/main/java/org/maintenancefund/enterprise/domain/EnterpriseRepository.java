package org.maintenancefund.enterprise.domain;

import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.CreditCode;
import org.springframework.data.jpa.repository.JpaRepository;

/** The companies as entities: for the verbs. */
interface EnterpriseRepository extends JpaRepository<Enterprise, EnterpriseId> {

    boolean existsByCreditCode(CreditCode creditCode);
}
