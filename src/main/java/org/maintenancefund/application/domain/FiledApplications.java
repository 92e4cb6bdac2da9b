package org.maintenancefund.application.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.OperatorId;
import org.maintenancefund.access.OrgRef;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.ApplicationSummary;
import org.maintenancefund.application.Mark;
import org.maintenancefund.application.OwedPaper;
import org.maintenancefund.application.PaperReceipt;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.application.TimelineEntry;
import org.maintenancefund.kernel.MobileNumber;
import org.maintenancefund.kernel.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Reads applications whole, each by one statement: the rounds and 办理记录 come as JSON. */
@Component
@RequiredArgsConstructor
public class FiledApplications {

    private static final String ROUNDS = """
            SELECT CAST(r.details AS text) AS details,
                coalesce((SELECT json_agg(json_build_object('slot', f.slot, 'file', json_build_object(
                        'id', json_build_object('value', s.id), 'filename', s.filename,
                        'contentType', s.content_type, 'size', s.size)) ORDER BY f.position)
                    FROM application_file f JOIN stored_attachment s ON s.id = f.attachment_id
                    WHERE f.number = r.number AND f.round = r.round), '[]') AS files,
                coalesce((SELECT json_agg(json_build_object(
                        'document', p.document, 'received', p.received) ORDER BY p.position)
                    FROM application_paper p WHERE p.number = r.number AND p.round = r.round), '[]') AS papers,
                coalesce((SELECT json_agg(json_build_object(
                        'good', c.good, 'text', c.text, 'href', c.href) ORDER BY c.position)
                    FROM application_check c WHERE c.number = r.number AND c.round = r.round), '[]') AS checks,
                coalesce((SELECT json_agg(json_build_object('field', m.field, 'attachmentId', m.attachment_id,
                        'label', m.label, 'reason', m.reason) ORDER BY m.position)
                    FROM application_mark m WHERE m.number = r.number AND m.round = r.round), '[]') AS marks
            FROM application_round r WHERE r.number = a.number ORDER BY r.round""";

    private static final String ENTRIES = """
            SELECT e.round, e.action, e.at, e.actor_name AS actor, e.actor_organisation AS organisation, e.reasons,
                e.opinion, e.internal_remark AS "internalRemark"
            FROM application_entry e WHERE e.number = a.number ORDER BY e.id DESC""";

    private static final String OWED = """
            SELECT p.position, p.document, p.reason, p.received_at IS NOT NULL AS received
            FROM application_owed_paper p WHERE p.number = a.number ORDER BY p.position""";

    private static final String SELECT = "SELECT a.*, (SELECT json_agg(o) FROM (" + OWED
            + ") o) AS owed, (SELECT json_agg(r) FROM (" + ROUNDS + ") r) AS rounds," + " (SELECT json_agg(e) FROM ("
            + ENTRIES + ") e) AS entries FROM application a WHERE a.number = :number";

    private final JdbcClient jdbc;
    private final ApplicationDefinitions definitions;
    private final JsonMapper json;

    private record Entry(
            int round,
            ReviewAction action,
            Instant at,
            String actor,
            String organisation,
            List<String> reasons,
            String opinion,
            String internalRemark) {

        /** A decision is shown with the paper documents that had come, a return with what was marked. */
        private TimelineEntry shown(FiledApplication.Round decided, List<OwedPaper> owed) {
            List<String> papers = new ArrayList<>();
            if (action.isDecision()) {
                decided.papers().stream().map(PaperReceipt::toString).forEach(papers::add);
            }
            if (action == ReviewAction.APPROVE) {
                owed.stream().map(OwedPaper::toString).forEach(papers::add);
            }
            List<Mark> marks = action == ReviewAction.RETURN ? decided.marks() : List.of();
            return new TimelineEntry(
                    round, action, at, actor, organisation, reasons, opinion, internalRemark, papers, marks);
        }
    }

    /** Whoever asks has to look whether the application is one that the reader may see. */
    public Optional<FiledApplication> find(ApplicationNumber number) {
        return asked(SELECT, number).query(this::read).optional();
    }

    public FiledApplication get(ApplicationNumber number) {
        return find(number).orElseThrow(() -> new NotFound("application " + number));
    }

    public Optional<FiledApplication> findOfDistrict(
            ApplicationNumber number, ApplicationKind kind, DistrictId district) {
        return asked(SELECT + " AND a.kind = :kind AND a.district_id = :district", number)
                .param("kind", kind.code())
                .param("district", district.value())
                .query(this::read)
                .optional();
    }

    public Optional<FiledApplication> findOfApplicant(
            ApplicationNumber number, ApplicationKind kind, OrgRef applicant) {
        return asked(
                        SELECT + " AND a.kind = :kind AND a.applicant_type = :type AND a.applicant_id = :applicant",
                        number)
                .param("kind", kind.code())
                .param("type", applicant.type().name())
                .param("applicant", applicant.id())
                .query(this::read)
                .optional();
    }

    private JdbcClient.StatementSpec asked(String sql, ApplicationNumber number) {
        return jdbc.sql(sql).param("number", number.value());
    }

    private FiledApplication read(ResultSet row, int rowNumber) throws SQLException {
        List<FiledApplication.Round> rounds =
                List.of(json.readValue(row.getString("rounds"), FiledApplication.Round[].class));
        String papers = row.getString("owed");
        List<OwedPaper> owed = papers == null ? List.of() : List.of(json.readValue(papers, OwedPaper[].class));
        return new FiledApplication(
                new ApplicationNumber(row.getString("number")),
                definitions.of(row.getString("kind")).kind(),
                ReviewStatus.valueOf(row.getString("status")),
                row.getInt("round"),
                row.getInt("version"),
                summary(row),
                operator(row.getObject("entered_by", UUID.class)),
                row.getTimestamp("first_submitted_at").toInstant(),
                row.getTimestamp("submitted_at").toInstant(),
                row.getInt("working_days"),
                row.getObject("due_on", LocalDate.class),
                row.getTimestamp("changed_at").toInstant(),
                row.getObject("revise_by", LocalDate.class),
                row.getTimestamp("notified_at") != null,
                rounds,
                owed,
                Stream.of(json.readValue(row.getString("entries"), Entry[].class))
                        .map(entry -> entry.shown(rounds.get(entry.round() - 1), owed))
                        .toList());
    }

    private static ApplicationSummary summary(ResultSet row) throws SQLException {
        return new ApplicationSummary(
                row.getObject("subject_id", UUID.class),
                row.getString("title"),
                row.getString("tag"),
                new DistrictId(row.getObject("district_id", UUID.class)),
                row.getObject("street_id", UUID.class),
                row.getString("contact_name"),
                new MobileNumber(row.getString("contact_mobile")));
    }

    private static @Nullable OperatorId operator(@Nullable UUID id) {
        return id == null ? null : new OperatorId(id);
    }
}
