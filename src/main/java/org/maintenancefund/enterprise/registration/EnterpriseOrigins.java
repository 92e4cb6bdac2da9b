package org.maintenancefund.enterprise.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.account.OrganisationTables;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.RegisteredOrganisations;
import org.maintenancefund.enterprise.EnterpriseId;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which application a company comes from. */
@Component
@Order(3)
@RequiredArgsConstructor
class EnterpriseOrigins implements OrganisationTables, RegisteredOrganisations {

    private final JdbcClient jdbc;

    /** Keeps where a new company comes from, in the transaction that enters it. */
    void save(EnterpriseId id, ApplicationNumber number, boolean codeAccepted) {
        jdbc.sql("UPDATE enterprise SET registered_by = :number, code_accepted = :accepted WHERE id = :id")
                .param("number", number.value())
                .param("accepted", codeAccepted)
                .param("id", id.value())
                .update();
    }

    /**
     * The application a company comes from.
     *
     * @param codeAccepted its credit code was accepted against the check, with a reason that stands in the application
     */
    private record Origin(ApplicationNumber number, boolean codeAccepted) {}

    /** Where it comes from; empty where it was entered otherwise. */
    private Optional<Origin> originOf(OrgRef company) {
        return jdbc.sql("SELECT registered_by, code_accepted FROM enterprise"
                        + " WHERE id = :id AND registered_by IS NOT NULL")
                .param("id", company.id())
                .query((row, i) -> new Origin(new ApplicationNumber(row.getString(1)), row.getBoolean(2)))
                .optional();
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

    /** The application a company comes from, on its page; its district's people can open it. */
    @Override
    public List<RecordTable> tables(OrgRef organisation, CurrentUser reader) {
        return organisation.type() == OrgType.ENTERPRISE ? registration(organisation, reader) : List.of();
    }

    private List<RecordTable> registration(OrgRef company, CurrentUser reader) {
        boolean reviews = reader.is(Role.DISTRICT_STAFF);
        List<Row> rows = originOf(company).stream()
                .map(origin -> Row.of(
                        Cell.of(origin.number()).to(reviews ? "/enterprises/reviews/" + origin.number() : null),
                        Cell.tag("ok", Messages.of("enterprise.registrations.approved")),
                        Cell.of(
                                origin.codeAccepted()
                                        ? Messages.of("enterprise.registrations.compared")
                                        : Messages.of("enterprise.registrations.checked"))))
                .toList();
        return rows.isEmpty() ? List.of() : List.of(RecordTable.of("enterprise.registrations", rows, rows.size()));
    }
}
