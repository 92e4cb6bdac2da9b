package org.maintenancefund.area.importing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.importing.ConfirmForm.ByName;
import org.maintenancefund.kernel.RecordRows;
import org.springframework.jdbc.core.RowMapper;

/**
 * An import as its page and the worker see it.
 *
 * @param refusal       why it can't be imported or failed, or empty
 * @param headers       the headings of the sheet
 * @param unusedHeaders those of them that nobody knows, or empty
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
        UUID uploadedBy,
        String username,
        String person,
        UUID organisationId,
        String organisation,
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

    static final RowMapper<ImportView> ROWS = new RecordRows<>(ImportView.class);

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

    /** Who uploaded it. */
    CurrentUser by() {
        OrgRef centre = new OrgRef(OrgType.MUNICIPAL_CENTRE, organisationId);
        return new CurrentUser(
                new OperatorId(uploadedBy), username, person, Role.MUNICIPAL_STAFF, centre, organisation, null, false);
    }
}
