package org.maintenancefund.enterprise.registration;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.maintenancefund.application.SubjectName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The credit codes behind the subjects of registrations: a subject is made of its code and does not give it back. */
@Component
class AppliedCodes {

    private final JdbcClient jdbc;

    AppliedCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, SubjectName> of(Collection<UUID> subjects) {
        Map<UUID, SubjectName> codes = new HashMap<>();
        if (subjects.isEmpty()) {
            return codes;
        }
        jdbc.sql("SELECT a.subject_id, r.details ->> 'creditCode' FROM application a"
                        + " JOIN application_round r ON r.number = a.number AND r.round = a.round"
                        + " WHERE a.kind = 'ENTERPRISE_REGISTRATION' AND a.subject_id IN (:subjects)")
                .param("subjects", subjects)
                .query(row -> {
                    codes.put(row.getObject(1, UUID.class), new SubjectName(row.getString(2), ""));
                });
        return codes;
    }
}
