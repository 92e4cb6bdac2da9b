package org.maintenancefund.enterprise.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
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

    static final String COLUMNS = "m.*, coalesce(m.registered_name, e.name) AS name_here, e.credit_code";
    static final String TABLES = "FROM enterprise_match m JOIN enterprise e ON e.id = m.enterprise_id";

    static EnterpriseMatch read(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new EnterpriseMatch(
                row.getObject("id", UUID.class),
                new EnterpriseId(row.getObject("enterprise_id", UUID.class)),
                row.getString("name_here"),
                row.getString("credit_code"),
                row.getString("directory_name"),
                row.getString("directory_district"),
                row.getString("username"),
                row.getString("person"),
                row.getString("mobile"),
                EnterpriseMatchState.valueOf(row.getString("state")),
                row.getTimestamp("found_at").toInstant(),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by"),
                row.getString("reason"),
                row.getInt("version"));
    }

    public boolean isOpen() {
        return state == EnterpriseMatchState.OPEN;
    }
}
