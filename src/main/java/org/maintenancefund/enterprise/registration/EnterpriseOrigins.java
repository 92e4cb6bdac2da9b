package org.maintenancefund.enterprise.registration;

import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.enterprise.EnterpriseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which application a company comes from. */
@Component
class EnterpriseOrigins {

    private final JdbcClient jdbc;

    EnterpriseOrigins(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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
    record Origin(ApplicationNumber number, boolean codeAccepted) {}

    /** Where it comes from; empty where it was entered otherwise. */
    Optional<Origin> originOf(EnterpriseId company) {
        return jdbc.sql("SELECT registered_by, code_accepted FROM enterprise"
                        + " WHERE id = :id AND registered_by IS NOT NULL")
                .param("id", company.value())
                .query((row, i) -> new Origin(new ApplicationNumber(row.getString(1)), row.getBoolean(2)))
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
