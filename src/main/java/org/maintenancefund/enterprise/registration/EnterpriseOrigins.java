package org.maintenancefund.enterprise.registration;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.RegisteredOrganisations;
import org.maintenancefund.enterprise.EnterpriseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which application a company comes from. */
@Component
@RequiredArgsConstructor
class EnterpriseOrigins implements RegisteredOrganisations {

    private final JdbcClient jdbc;

    /** Keeps where a new company comes from, in the transaction that enters it. */
    void save(EnterpriseId id, ApplicationNumber number, boolean codeAccepted) {
        jdbc.sql("UPDATE enterprise SET registered_by = :number, code_accepted = :accepted WHERE id = :id")
                .param("number", number.value())
                .param("accepted", codeAccepted)
                .param("id", id.value())
                .update();
    }

    @Override
    public OrgType type() {
        return OrgType.ENTERPRISE;
    }

    @Override
    public ApplicationKind kind() {
        return EnterpriseRegistrationDefinition.KIND;
    }

    @Override
    public Optional<OrgRef> organisationOf(ApplicationNumber number) {
        return enterpriseOf(number).map(EnterpriseId::ref);
    }

    /** Empty where it was entered otherwise. */
    @Override
    public Optional<ApplicationNumber> registrationOf(OrgRef company) {
        return jdbc.sql("SELECT registered_by FROM enterprise WHERE id = :id AND registered_by IS NOT NULL")
                .param("id", company.id())
                .query(String.class)
                .optional()
                .map(ApplicationNumber::new);
    }

    Optional<EnterpriseId> enterpriseOf(ApplicationNumber number) {
        return jdbc.sql("SELECT id FROM enterprise WHERE registered_by = :number")
                .param("number", number.value())
                .query(UUID.class)
                .optional()
                .map(EnterpriseId::new);
    }
}
