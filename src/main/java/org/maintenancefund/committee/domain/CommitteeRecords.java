package org.maintenancefund.committee.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.RegisteredOrganisations.Registration;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.DissolutionEffect;
import org.maintenancefund.committee.DissolutionReason;
import org.maintenancefund.committee.Term;
import org.maintenancefund.kernel.NotFound;
import org.maintenancefund.web.AskedOnce;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads committees, each or several by one statement; the record of one once for all parts of a page. */
@Component
@RequiredArgsConstructor
public class CommitteeRecords {

    private static final String TERMS = """
            SELECT t.number, t.starts_on AS start, t.ends_on AS "end"
            FROM committee_term t WHERE t.committee_id = c.id ORDER BY t.number""";

    private static final String VERSIONS = "SELECT v.number, v.valid_from AS \"validFrom\", v.application,"
            + " v.approved_by AS \"approvedBy\", " + state("v")
            + " AS state FROM committee_version v WHERE v.committee_id = c.id ORDER BY v.number DESC";

    private static final String EFFECTS = """
            SELECT e.kind, e.words
            FROM committee_dissolution_effect e WHERE e.committee_id = c.id ORDER BY e.position""";

    /** What lists and other pages show of one. */
    private static final String VIEWS = "SELECT c.id, c.area_id, c.district_id, c.status, " + state("c")
            + " AS state, (SELECT json_agg(t) FROM (" + TERMS + ") t) AS terms FROM committee c WHERE ";

    private static final String RECORD = "SELECT c.*, " + state("c") + " AS state, (SELECT json_agg(t) FROM (" + TERMS
            + ") t) AS terms, (SELECT json_agg(v) FROM (" + VERSIONS + ") v) AS versions, (SELECT json_agg(e) FROM ("
            + EFFECTS + ") e) AS effects, a.first_submitted_at, (SELECT d.number FROM submitted_application d"
            + " WHERE d.subject_id = c.id AND d.kind = 'COMMITTEE_DISSOLUTION' AND d.status = 'PENDING') AS dissolving"
            + " FROM committee c"
            + " JOIN submitted_application a ON a.number = c.registered_by WHERE c.id = :committee";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    private record Asked(CommitteeId committee) {}

    /** A {@link CommitteeState} as JSON: a committee and each of its versions have the same columns for it. */
    private static String state(String row) {
        return """
                json_build_object('attribute', %1$s.attribute, 'name', %1$s.name,
                    'term', CASE WHEN %1$s.term_number IS NOT NULL THEN json_build_object(
                        'number', %1$s.term_number, 'start', %1$s.term_start, 'end', %1$s.term_end) END,
                    'filingNumber', %1$s.filing_number, 'officeAddress', %1$s.office_address,
                    'contactName', %1$s.contact_name,
                    'contactMobile', json_build_object('value', %1$s.contact_mobile))""".formatted(row);
    }

    /** Empty where there is none. */
    public Optional<CommitteeRecord> find(CommitteeId id) {
        return AskedOnce.of(new Asked(id), () -> ask(id));
    }

    /** The record; {@link NotFound} where there is none. */
    public CommitteeRecord get(CommitteeId id) {
        return find(id).orElseThrow(() -> new NotFound("committee " + id));
    }

    /** Those of the committees that there are, in no particular order; one query however many. */
    public List<CommitteeView> views(Collection<CommitteeId> ids) {
        return ids.isEmpty()
                ? List.of()
                : views("c.id = ANY (:ids)", ids.stream().map(CommitteeId::value));
    }

    /** The committees in office of several areas, one query however many; areas without one are left out. */
    public List<CommitteeView> inOffice(Collection<AreaId> areas) {
        return areas.isEmpty()
                ? List.of()
                : views(
                        "c.area_id = ANY (:ids) AND c.status = 'REGISTERED'",
                        areas.stream().map(AreaId::value));
    }

    private List<CommitteeView> views(String which, Stream<UUID> ids) {
        return jdbc.sql(VIEWS + which)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, i) -> view(
                        row,
                        json.readValue(row.getString("state"), CommitteeState.class),
                        RecordState.valueOf(row.getString("status")) == RecordState.DISSOLVED))
                .list();
    }

    private CommitteeView view(ResultSet row, CommitteeState state, boolean dissolved) throws SQLException {
        return CommitteeView.of(
                new CommitteeId(row.getObject("id", UUID.class)),
                new AreaId(row.getObject("area_id", UUID.class)),
                new DistrictId(row.getObject("district_id", UUID.class)),
                state,
                list(row.getString("terms"), Term[].class),
                dissolved,
                LocalDate.now(clock));
    }

    private Optional<CommitteeRecord> ask(CommitteeId id) {
        return jdbc.sql(RECORD).param("committee", id.value()).query(this::read).optional();
    }

    private CommitteeRecord read(ResultSet row, int number) throws SQLException {
        CommitteeState state = json.readValue(row.getString("state"), CommitteeState.class);
        Dissolution dissolution = dissolution(row);
        CommitteeView view = view(row, state, dissolution != null);
        String dissolving = row.getString("dissolving");
        return new CommitteeRecord(
                view,
                state,
                list(row.getString("versions"), CommitteeRecord.Version[].class),
                new Registration(
                        view.district(),
                        row.getTimestamp("first_submitted_at").toInstant(),
                        row.getTimestamp("registered_at").toInstant()),
                dissolution,
                list(row.getString("effects"), DissolutionEffect[].class),
                dissolving == null ? null : new ApplicationNumber(dissolving));
    }

    private static @Nullable Dissolution dissolution(ResultSet row) throws SQLException {
        String reason = row.getString("dissolution_reason");
        return reason == null
                ? null
                : new Dissolution(
                        DissolutionReason.valueOf(reason),
                        row.getString("dissolution_explanation"),
                        row.getString("dissolved_by"),
                        row.getString("dissolution_approved_by"),
                        row.getTimestamp("dissolved_at").toInstant());
    }

    private <T> List<T> list(@Nullable String array, Class<T[]> type) {
        return array == null ? List.of() : List.of(json.readValue(array, type));
    }
}
