package org.maintenancefund.area.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;

/**
 * An import as its page and the worker see it.
 *
 * @param refusal       why it can't be imported or failed, or empty
 * @param headers       the headings of the sheet
 * @param unusedHeaders those of them that nobody knows, or empty
 * @param by            who uploaded it
 * @param tries         how often a worker took it up since it last came further
 * @param byNameRows    rows that were found by their name only
 * @param byName        what was decided about them, null before
 */
record ImportView(
        UUID id,
        String filename,
        ImportState state,
        String refusal,
        List<String> headers,
        String unusedHeaders,
        Instant uploadedAt,
        CurrentUser by,
        int tries,
        int rowsRead,
        int newRows,
        int changedRows,
        int byNameRows,
        int sameRows,
        int faultyRows,
        int appliedRows,
        @Nullable ByName byName) {

    /** All but the file itself, which may be large. */
    static final String COLUMNS = "id, filename, state, refusal, headers, unused_headers, uploaded_at, uploaded_by,"
            + " username, person, organisation_id, organisation, tries, rows_read, new_rows, changed_rows, by_name_rows,"
            + " same_rows, faulty_rows, applied_rows, by_name";

    /** How many rows are to be entered or changed, as far as it is decided. */
    public int toApply() {
        return newRows + changedRows + (byName == ByName.UPDATE ? byNameRows : 0);
    }

    /** Whether there is anything that confirming it could do. */
    public boolean isConfirmable() {
        return state == ImportState.READ && newRows + changedRows + byNameRows > 0;
    }

    /** Whether its rows are there to be looked at: not while they are being read, not after they were thrown away. */
    public boolean hasPreview() {
        return !state.isBeingRead()
                && state != ImportState.DISCARDED
                && newRows + changedRows + byNameRows + sameRows + faultyRows > 0;
    }

    /** What the rows to be applied are. */
    List<RowOutcome> appliedKinds() {
        return byName == ByName.UPDATE
                ? List.of(RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.CHANGED_BY_NAME)
                : List.of(RowOutcome.NEW, RowOutcome.CHANGED);
    }

    public int count(RowOutcome outcome) {
        return switch (outcome) {
            case NEW -> newRows;
            case CHANGED -> changedRows;
            case CHANGED_BY_NAME -> byNameRows;
            case FAULTY -> faultyRows;
            case SAME -> sameRows;
        };
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
        String byName = row.getString("by_name");
        return new ImportView(
                row.getObject("id", UUID.class),
                row.getString("filename"),
                ImportState.valueOf(row.getString("state")),
                row.getString("refusal"),
                texts(row, "headers"),
                row.getString("unused_headers"),
                row.getTimestamp("uploaded_at").toInstant(),
                by,
                row.getInt("tries"),
                row.getInt("rows_read"),
                row.getInt("new_rows"),
                row.getInt("changed_rows"),
                row.getInt("by_name_rows"),
                row.getInt("same_rows"),
                row.getInt("faulty_rows"),
                row.getInt("applied_rows"),
                byName == null ? null : ByName.valueOf(byName));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
