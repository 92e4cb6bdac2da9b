package org.maintenancefund.enterprise.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.enterprise.EnterpriseId;

/**
 * A company registered here that turned up in the city's directory, under the same credit code.
 *
 * @param registeredName    its name here; once decided, as it was then
 * @param directoryName     its name in the directory
 * @param directoryDistrict its district in the directory's words, or empty
 * @param username          user name of who was seen there first
 * @param person            that person
 * @param mobile            that person's mobile; null where the directory has none
 * @param foundAt           when it was found first
 * @param decidedBy         who decided, with the organisation; null while it waits
 * @param reason            why it was rejected, else empty
 * @param version           counts what changed: a decision is about what its reader saw
 */
public record EnterpriseMatch(
        UUID id,
        EnterpriseId enterprise,
        String registeredName,
        String creditCode,
        String directoryName,
        String directoryDistrict,
        String username,
        String person,
        @Nullable String mobile,
        EnterpriseMatchState state,
        Instant foundAt,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        String reason,
        int version) {

    static final String COLUMNS =
            "m.id, m.enterprise_id AS enterprise, coalesce(m.registered_name, e.name) AS registered_name,"
                    + " e.credit_code, m.directory_name, m.directory_district, m.username, m.person, m.mobile, m.state, m.found_at,"
                    + " m.decided_at, m.decided_by, m.reason, m.version";
    static final String TABLES = "FROM enterprise_match m JOIN enterprise e ON e.id = m.enterprise_id";

    public boolean isOpen() {
        return state == EnterpriseMatchState.OPEN;
    }
}
