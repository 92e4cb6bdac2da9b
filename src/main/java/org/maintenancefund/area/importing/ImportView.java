package org.maintenancefund.area.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;

/**
 * An import as its page and the worker see it.
 *
 * @param refusal why it can't be imported, or empty
 * @param headers the first row of the sheet
 * @param by      who uploaded it
 */
record ImportView(
        UUID id,
        String filename,
        ImportState state,
        String refusal,
        List<String> headers,
        Instant uploadedAt,
        CurrentUser by,
        int rowsRead,
        int newRows,
        int changedRows,
        int sameRows,
        int faultyRows,
        int appliedRows) {

    /** How many rows are to be entered or changed. */
    public int toApply() {
        return newRows + changedRows;
    }

    /** Columns of the sheet with a heading that nobody knows, in one line; empty where all are used. */
    public String unusedColumns() {
        return headers.isEmpty() ? "" : ImportHeader.of(headers).unusedNames();
    }

    /** A row of the table. */
    static ImportView of(ResultSet row, int number) throws SQLException {
        CurrentUser by = new CurrentUser(
                new OperatorId(row.getObject("uploaded_by", UUID.class)),
                row.getString("username"),
                row.getString("person"),
                Role.MUNICIPAL_STAFF,
                new OrgRef(OrgType.MUNICIPAL_CENTRE, row.getObject("organisation_id", UUID.class)),
                row.getString("organisation"),
                null,
                false);
        return new ImportView(
                row.getObject("id", UUID.class),
                row.getString("filename"),
                ImportState.valueOf(row.getString("state")),
                row.getString("refusal"),
                Arrays.asList((String[]) row.getArray("headers").getArray()),
                row.getTimestamp("uploaded_at").toInstant(),
                by,
                row.getInt("rows_read"),
                row.getInt("new_rows"),
                row.getInt("changed_rows"),
                row.getInt("same_rows"),
                row.getInt("faulty_rows"),
                row.getInt("applied_rows"));
    }
}
