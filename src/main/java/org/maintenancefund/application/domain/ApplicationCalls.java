package org.maintenancefund.application.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Role;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.CallOutcome;
import org.maintenancefund.application.CallSource;
import org.maintenancefund.application.CallState;
import org.maintenancefund.application.Mark;
import org.maintenancefund.application.PhoneCall;
import org.maintenancefund.application.QueueFigures;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.audit.AuditEvent;
import org.maintenancefund.audit.AuditTrail;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.NotFound;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Decided applications whose contact is to be told. */
@Component
@Order(10)
@RequiredArgsConstructor
class ApplicationCalls implements CallSource {

    private static final String CALLS = " LEFT JOIN call_made c ON c.number = a.number AND c.round = a.round";

    private static final String TOLD = CALLS + " JOIN application_round r ON r.number = a.number AND r.round = a.round"
            + " CROSS JOIN LATERAL (SELECT e.action, e.reasons, e.opinion FROM application_entry e"
            + " WHERE e.number = a.number AND e.round = a.round AND e.action IN ('APPROVE', 'RETURN', 'REFUSE')"
            + " ORDER BY e.id DESC LIMIT 1) d";

    private static final String COLUMNS = "SELECT a.number, a.kind, a.status, a.round, a.title, a.contact_name,"
            + " a.contact_mobile, a.decided_at, a.notified_at, r.details, d.action, d.reasons, d.opinion,"
            + " (SELECT json_agg(json_build_object('field', m.field, 'attachmentId', m.attachment_id, 'label', m.label,"
            + " 'reason', m.reason) ORDER BY m.position) FROM application_mark m"
            + " WHERE m.number = a.number AND m.round = a.round) AS marks, " + CallState.COLUMNS + ", ";

    /** Those of a district in their order; the rest is looked up for a page of them alone. */
    private static final String OPEN = COLUMNS + "a.total FROM (SELECT a.*, count(*) OVER () AS total, "
            + CallState.ORDER + " AS waits FROM application a" + CALLS
            + " WHERE a.district_id = :district AND a.kind IN (:kinds) AND a.notified_at IS NULL"
            + " AND a.status IN ('APPROVED', 'RETURNED', 'REFUSED')"
            + " ORDER BY waits, a.decided_at, a.number LIMIT :most) a" + TOLD
            + " ORDER BY a.waits, a.decided_at, a.number";

    private static final String ONE = COLUMNS + "1 AS total FROM application a" + TOLD
            + " WHERE a.number = :number AND a.district_id = :district AND a.decided_at IS NOT NULL"
            + " AND a.status IN ('APPROVED', 'RETURNED', 'REFUSED')";

    private final JdbcClient jdbc;
    private final ApplicationRepository applications;
    private final ApplicationDefinitions definitions;
    private final PhoneScript script;
    private final QueueFigures figures;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;

    /** A row, before it is known what to say. */
    private record Row(
            PhoneScript.Told told,
            int round,
            ReviewStatus status,
            Instant since,
            String name,
            String mobile,
            boolean notified,
            CallState state,
            long total) {

        PhoneCall call(List<String> say) {
            return new PhoneCall(
                    told.number(),
                    round,
                    told.kind().label(),
                    told.title(),
                    status.label(),
                    status.tag(),
                    since,
                    Messages.of("application.call.applicant"),
                    name,
                    mobile,
                    say,
                    told.kind().reviewPath() + "/" + told.number(),
                    notified,
                    state,
                    paper().orElse(null));
        }

        private Optional<PhoneCall.Printout> paper() {
            String papers = told.kind().reviewPath() + "/" + told.number() + "/print/";
            return switch (status) {
                case RETURNED ->
                    Optional.of(new PhoneCall.Printout(Messages.of("application.paper.return"), papers + "return"));
                case APPROVED ->
                    told.kind().noticeTitle().map(title -> new PhoneCall.Printout(title, papers + "notice"));
                default -> Optional.empty();
            };
        }
    }

    @Override
    public Open open(CurrentUser user, int most) {
        DistrictId district = user.district();
        if (!user.is(Role.DISTRICT_STAFF) || district == null) {
            return Open.NONE;
        }
        List<Row> rows = jdbc.sql(OPEN)
                .param("district", district.value())
                .param(
                        "kinds",
                        definitions.all().stream()
                                .map(definition -> definition.kind().code())
                                .toList())
                .param("now", Timestamp.from(clock.instant()))
                .param("most", most)
                .query(this::row)
                .list();
        return new Open(calls(rows), rows.isEmpty() ? 0 : rows.get(0).total());
    }

    @Override
    public Map<String, Long> waiting(CurrentUser user) {
        Map<String, Long> waiting = new LinkedHashMap<>();
        DistrictId district = user.district();
        if (user.is(Role.DISTRICT_STAFF) && district != null) {
            figures.waiting(district).forEach((kind, all) -> waiting.put(kind.label(), all.untold()));
        }
        return waiting;
    }

    @Override
    public Optional<PhoneCall> find(ApplicationNumber number, CurrentUser user) {
        DistrictId district = user.district();
        if (!user.is(Role.DISTRICT_STAFF) || district == null) {
            return Optional.empty();
        }
        return calls(jdbc.sql(ONE)
                        .param("number", number.value())
                        .param("district", district.value())
                        .query(this::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** The contact of an application is told once, and may be told again. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(PhoneCall call, CallOutcome outcome, CurrentUser user) {
        ApplicationNumber number = call.number();
        Application application = applications
                .lock(number)
                .filter(locked -> locked.summary().district().equals(user.district()))
                .orElseThrow(() -> new NotFound("application " + number));
        application.called(outcome, user, clock.instant());
        applications.flush();
        audit.record(AuditEvent.of("APPLICATION_" + outcome.action().name())
                .on("application", number.value(), application.summary().title()));
    }

    private List<PhoneCall> calls(List<Row> rows) {
        Map<ApplicationNumber, List<String>> say =
                script.of(rows.stream().map(Row::told).toList());
        List<PhoneCall> calls = new ArrayList<>();
        rows.forEach(row ->
                calls.add(row.call(Objects.requireNonNull(say.get(row.told().number())))));
        return calls;
    }

    private Row row(ResultSet row, int place) throws SQLException {
        ApplicationKind kind = definitions.of(row.getString("kind")).kind();
        String marks = row.getString("marks");
        PhoneScript.Told told = new PhoneScript.Told(
                new ApplicationNumber(row.getString("number")),
                kind,
                row.getString("title"),
                ReviewAction.valueOf(row.getString("action")),
                List.of((String[]) row.getArray("reasons").getArray()),
                marks == null ? "" : Mark.words(List.of(json.readValue(marks, Mark[].class))),
                row.getString("opinion"),
                row.getString("details"));
        return new Row(
                told,
                row.getInt("round"),
                ReviewStatus.valueOf(row.getString("status")),
                row.getTimestamp("decided_at").toInstant(),
                row.getString("contact_name"),
                row.getString("contact_mobile"),
                row.getTimestamp("notified_at") != null,
                CallState.of(row),
                row.getLong("total"));
    }
}
