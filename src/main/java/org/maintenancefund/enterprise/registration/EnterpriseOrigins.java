package org.maintenancefund.enterprise.registration;

import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.DistrictId;
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
    public Optional<Registration> registrationOf(OrgRef company) {
        return jdbc.sql("SELECT a.district_id, a.first_submitted_at, a.changed_at FROM enterprise e"
                        + " JOIN submitted_application a ON a.number = e.registered_by WHERE e.id = :id")
                .param("id", company.id())
                .query((row, i) -> new Registration(
                        new DistrictId(row.getObject(1, UUID.class)),
                        row.getTimestamp(2).toInstant(),
                        row.getTimestamp(3).toInstant()))
                .optional();
    }

    Optional<EnterpriseId> enterpriseOf(ApplicationNumber number) {
        return jdbc.sql("SELECT id FROM enterprise WHERE registered_by = :number")
                .param("number", number.value())
                .query(UUID.class)
                .optional()
                .map(EnterpriseId::new);
    }
}
