package org.maintenancefund.committee.registration;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.RegisteredOrganisations;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.domain.CommitteeRecord;
import org.maintenancefund.committee.domain.CommitteeRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which committee a registration made. */
@Component
@RequiredArgsConstructor
class RegisteredCommittees implements RegisteredOrganisations {

    private final JdbcClient jdbc;
    private final CommitteeRecords records;

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
    public Optional<Registration> registrationOf(OrgRef committee) {
        return records.find(new CommitteeId(committee.id())).map(CommitteeRecord::registration);
    }
}
