package org.maintenancefund.importing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.access.OrgType;
import org.maintenancefund.access.Role;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.RecordRows;
import org.springframework.jdbc.core.RowMapper;

/**
 * An import as its page and the worker see it.
 *
 * @param kind          which {@link ImportDefinition} it is of
 * @param scope         what its rows belong to, as its kind writes it: the area of units; empty where that is everything
 * @param remark        what was told with the file, as its kind writes it: from which month on units hold; or empty
 * @param allOrNone     whether one faulty row keeps all others out
 * @param refusal       why it can't be imported or failed, or empty
 * @param sheet         the sheet that was read, as on its tab
 * @param headers       the headings of the sheet
 * @param unusedHeaders those of them that nobody knows, or empty
 * @param tries         how often a worker took it up since it last came further
 * @param doubtful      what was decided about the doubtful rows, null before
 */
public record ImportView(
        UUID id,
        String kind,
        String scope,
        String remark,
        boolean allOrNone,
        String filename,
        ImportState state,
        String refusal,
        String sheet,
        List<String> headers,
        String unusedHeaders,
        Instant uploadedAt,
        OperatorId uploadedBy,
        String username,
        String person,
        Role role,
        OrgType organisationType,
        UUID organisationId,
        String organisation,
        @Nullable DistrictId districtId,
        int tries,
        int rowsRead,
        int newRows,
        int changedRows,
        int doubtfulRows,
        int sameRows,
        int faultyRows,
        int appliedRows,
        @Nullable DoubtfulRows doubtful) {

    /** All but the file itself, which may be large. */
    static final String COLUMNS = "id, kind, scope, remark, all_or_none, filename, state, refusal, sheet, headers,"
            + " unused_headers, uploaded_at, uploaded_by, username, person, role, organisation_type, organisation_id,"
            + " organisation, district_id, tries, rows_read, new_rows, changed_rows, doubtful_rows, same_rows,"
            + " faulty_rows, applied_rows, doubtful";

    static final RowMapper<ImportView> ROWS = new RecordRows<>(ImportView.class);

    /** How many rows are to be entered or changed, as far as it is decided. */
    public int toApply() {
        return newRows + changedRows + (doubtful == DoubtfulRows.APPLY ? doubtfulRows : 0);
    }

    /** Whether there is anything that confirming it could do. */
    public boolean isConfirmable() {
        return state == ImportState.READ && newRows + changedRows + doubtfulRows > 0 && !(allOrNone && faultyRows > 0);
    }

    /** Whether it was read and can't be confirmed for its faults: the table is to be put right and uploaded again. */
    public boolean isBlocked() {
        return state == ImportState.READ && faultyRows > 0 && !isConfirmable();
    }

    /** The kind of tag that shows how it stands, see fragments/page. */
    public String tag() {
        return isBlocked() ? "bad" : state.tag();
    }

    /** How it stands, in a word. */
    public String standing() {
        return isBlocked() ? Messages.of("importing.blocked") : state.label();
    }

    /** Whether its rows are there to be looked at: not while they are being read, not after they were thrown away. */
    public boolean hasPreview() {
        return !state.isBeingRead()
                && state != ImportState.DISCARDED
                && !(allOrNone && state == ImportState.DONE)
                && newRows + changedRows + doubtfulRows + sameRows + faultyRows > 0;
    }

    /** What the rows to be applied are. */
    List<RowOutcome> appliedKinds() {
        return doubtful == DoubtfulRows.APPLY
                ? List.of(RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.DOUBTFUL)
                : List.of(RowOutcome.NEW, RowOutcome.CHANGED);
    }

    public int count(RowOutcome outcome) {
        return switch (outcome) {
            case NEW -> newRows;
            case CHANGED -> changedRows;
            case DOUBTFUL -> doubtfulRows;
            case FAULTY -> faultyRows;
            case SAME -> sameRows;
        };
    }

    /** 新增 120，错误 2. */
    public String counts() {
        String counts = Arrays.stream(RowOutcome.values())
                .filter(kind -> count(kind) > 0)
                .map(kind -> kind.label() + " " + count(kind))
                .collect(Collectors.joining("，"));
        return counts.isEmpty() ? Messages.of("importing.nothing") : counts;
    }

    /** Who uploaded it. */
    public CurrentUser by() {
        return new CurrentUser(
                uploadedBy,
                username,
                person,
                role,
                new OrgRef(organisationType, organisationId),
                organisation,
                districtId,
                false);
    }
}
