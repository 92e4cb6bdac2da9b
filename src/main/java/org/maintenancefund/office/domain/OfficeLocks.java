package org.maintenancefund.office.domain;

import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.office.OfficeId;
import org.maintenancefund.office.OfficeState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The two sides of a deletion that races with a reference: whoever refers locks against deletion, whoever deletes locks alone; the one that comes
 * second waits and then sees what the first has done. Written out, because a pessimistic lock of JPA is weaker than FOR
 * UPDATE on PostgreSQL and would let a holder pass.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OfficeLocks {

    private final JdbcClient jdbc;

    OfficeLocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the office from being disabled or deleted until the transaction ends; many can do so at once. False where it is disabled. */
    public boolean lockActive(OfficeId id) {
        return take(id, "FOR SHARE") == OfficeState.ACTIVE;
    }

    /** Keeps everybody else from holding, changing or deleting the office until the transaction ends. */
    void lockAlone(OfficeId id) {
        take(id, "FOR UPDATE");
    }

    private OfficeState take(OfficeId id, String strength) {
        return jdbc.sql("SELECT state FROM management_office WHERE id = :id " + strength)
                .param("id", id.value())
                .query((row, i) -> OfficeState.valueOf(row.getString(1)))
                .optional()
                .orElseThrow(() -> new NotFound("office " + id));
    }
}
