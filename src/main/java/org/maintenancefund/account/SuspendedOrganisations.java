package org.maintenancefund.account;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Organisations that were disabled: their people are signed out at the next request and can't sign in. The accounts stay as
 * they are, so that taking the suspension away restores exactly what was.
 */
@Component
public class SuspendedOrganisations {

    private final JdbcClient jdbc;
    private final Clock clock;

    SuspendedOrganisations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps the people of these organisations out, in the transaction that disables the cause.
     *
     * @param cause what was disabled; the suspension goes with it, others of the same organisation stay
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void suspend(Collection<OrgRef> organisations, OrgRef cause, String reason, CurrentUser by) {
        Timestamp now = Timestamp.from(clock.instant());
        for (OrgRef organisation : organisations) {
            jdbc.sql(
                            "INSERT INTO suspended_organisation (org_type, org_id, cause_type, cause_id, reason, since, by_name)"
                                    + " VALUES (:type, :id, :causeType, :cause, :reason, :now, :by)"
                                    + " ON CONFLICT ON CONSTRAINT pk_suspended_organisation DO NOTHING")
                    .param("type", organisation.type().name())
                    .param("id", organisation.id())
                    .param("causeType", cause.type().name())
                    .param("cause", cause.id())
                    .param("reason", reason)
                    .param("now", now)
                    .param("by", by.organisationName() + " " + by.personName())
                    .update();
        }
    }

    /** Takes away what was suspended because of that, in the transaction that enables it again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void resume(OrgRef cause) {
        jdbc.sql("DELETE FROM suspended_organisation WHERE cause_type = :type AND cause_id = :id")
                .param("type", cause.type().name())
                .param("id", cause.id())
                .update();
    }

    /** Why its people can't sign in; where there are two reasons the company's. Empty where they can. */
    public Optional<Suspension> find(OrgRef organisation) {
        return jdbc.sql("SELECT cause_type, cause_id, reason, since, by_name FROM suspended_organisation"
                        + " WHERE org_type = :type AND org_id = :id ORDER BY cause_type LIMIT 1")
                .param("type", organisation.type().name())
                .param("id", organisation.id())
                .query((row, i) -> new Suspension(
                        new OrgRef(OrgType.valueOf(row.getString(1)), row.getObject(2, UUID.class)),
                        row.getString(3),
                        row.getTimestamp(4).toInstant(),
                        row.getString(5)))
                .optional();
    }
}
