package org.maintenancefund.committee.registration;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.RegisteredOrganisations;
import org.maintenancefund.committee.CommitteeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which committee a registration made. */
@Component
@RequiredArgsConstructor
class RegisteredCommittees implements RegisteredOrganisations {

    private final JdbcClient jdbc;

    @Override
    public OrgType type() {
        return OrgType.COMMITTEE;
    }

    @Override
    public ApplicationKind kind() {
        return CommitteeRegistrationDefinition.KIND;
    }

    @Override
    public Optional<OrgRef> organisationOf(ApplicationNumber number) {
        return jdbc.sql("SELECT id FROM committee WHERE registered_by = :number")
                .param("number", number.value())
                .query((row, i) -> CommitteeId.of(row.getString(1)).ref())
                .optional();
    }

    @Override
    public Optional<ApplicationNumber> registrationOf(OrgRef committee) {
        return jdbc.sql("SELECT registered_by FROM committee WHERE id = :id")
                .param("id", committee.id())
                .query((row, i) -> new ApplicationNumber(row.getString(1)))
                .optional();
    }
}
