package org.maintenancefund.audit.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.audit.AuditEvent.Change;
import org.maintenancefund.audit.AuditResult;

/**
 * An entry of the trail, exactly as it stands in the database.
 *
 * @param changesJson the changed fields as the text that was written, {@link #changes()} reads it
 */
public record AuditEntry(
        UUID id,
        Instant occurredAt,
        @Nullable UUID operatorId,
        @Nullable String username,
        @Nullable String personName,
        @Nullable String role,
        @Nullable String organisationType,
        @Nullable UUID organisationId,
        @Nullable String organisationName,
        @Nullable String remoteAddress,
        @Nullable String requestNumber,
        String action,
        @Nullable String objectType,
        @Nullable String objectId,
        @Nullable String objectName,
        AuditResult result,
        String changesJson) {

    /** The columns that {@link #read} wants, of a table called e. */
    static final String COLUMNS = "e.id, e.occurred_at, e.operator_id, e.operator_username, e.operator_name,"
            + " e.operator_role, e.organisation_type, e.organisation_id, e.organisation_name, e.remote_address,"
            + " e.request_number, e.action, e.object_type, e.object_id, e.object_name, e.result, e.changes::text AS changes";

    static AuditEntry read(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getTimestamp("occurred_at").toInstant(),
                row.getObject("operator_id", UUID.class),
                row.getString("operator_username"),
                row.getString("operator_name"),
                row.getString("operator_role"),
                row.getString("organisation_type"),
                row.getObject("organisation_id", UUID.class),
                row.getString("organisation_name"),
                row.getString("remote_address"),
                row.getString("request_number"),
                row.getString("action"),
                row.getString("object_type"),
                row.getString("object_id"),
                row.getString("object_name"),
                AuditResult.valueOf(row.getString("result")),
                row.getString("changes"));
    }

    public List<Change> changes() {
        return ChangesJson.read(changesJson);
    }
}
