package org.maintenancefund.enterprise.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.enterprise.EnterpriseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which application a company comes from and whom it named for user names. */
@Component
class ProposedOperators {

    private final JdbcClient jdbc;

    ProposedOperators(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(EnterpriseId id, ApplicationNumber number, EnterpriseDetails details) {
        jdbc.sql("UPDATE enterprise SET registered_by = :number, code_accepted = :accepted WHERE id = :id")
                .param("number", number.value())
                .param("accepted", details.code().doubt().isPresent())
                .param("id", id.value())
                .update();
        List<EnterpriseDetails.Person> people = details.operators();
        for (int position = 0; position < people.size(); position++) {
            jdbc.sql("INSERT INTO enterprise_proposed_operator (enterprise_id, position, name, mobile)"
                            + " VALUES (:id, :position, :name, :mobile)")
                    .param("id", id.value())
                    .param("position", position)
                    .param("name", people.get(position).name())
                    .param("mobile", people.get(position).mobile())
                    .update();
        }
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
