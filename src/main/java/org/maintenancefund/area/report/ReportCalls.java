package org.maintenancefund.area.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.ApplicationNumber;
import org.maintenancefund.application.CallOutcome;
import org.maintenancefund.application.CallSource;
import org.maintenancefund.application.CallState;
import org.maintenancefund.application.PhoneCall;
import org.maintenancefund.kernel.Messages;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Answered reports whose person is to be told by who answered: the district, or the municipal centre. */
@Component
@Order(20)
@RequiredArgsConstructor
class ReportCalls implements CallSource {

    private static final int ROUND = 1;

    private static final String ANSWERED = " FROM area_report r LEFT JOIN call_made c ON c.number = r.number"
            + " LEFT JOIN area a ON a.id = r.result_area WHERE r.state <> 'OPEN' AND (r.district_id = :district"
            + " OR (cast(:district AS uuid) IS NULL AND r.district_id IS NULL))";

    private static final String COLUMNS = "SELECT r.number, r.kind, r.state, r.areas, r.contact_name, r.contact_mobile,"
            + " r.closed_at, r.notified_at, r.reply, a.name AS result, count(*) OVER () AS total, " + CallState.COLUMNS;

    private static final String OPEN =
            " AND r.notified_at IS NULL ORDER BY " + CallState.ORDER + ", r.closed_at, r.number LIMIT :most";

    private final JdbcClient jdbc;
    private final AreaReportService service;
    private final ReportList list;
    private final Clock clock;

    /**
     * An answered report.
     *
     * @param result name of the area that came of it; null where none did
     */
    private record Row(
            ApplicationNumber number,
            ReportKind kind,
            ReportState state,
            String title,
            Instant since,
            String name,
            String mobile,
            boolean notified,
            String reply,
            @Nullable String result,
            CallState soFar,
            long total) {

        PhoneCall call() {
            List<String> say = new ArrayList<>();
            say.add(Messages.of("area.report.say.about", kind.label(), number, state.label()));
            say.add(reply);
            if (result != null) {
                say.add(Messages.of("area.report.say.next", result));
            }
            return new PhoneCall(
                    number,
                    ROUND,
                    Page.AREA_REPORTS.label(),
                    title,
                    state.label(),
                    state.tag(),
                    since,
                    Messages.of("area.report.whom"),
                    name,
                    mobile,
                    List.copyOf(say),
                    ReportController.PATH + "/" + number,
                    notified,
                    soFar,
                    null);
        }
    }

    @Override
    public Open open(CurrentUser user, int most) {
        if (!Page.AREA_REPORTS.isOpenTo(user.role())) {
            return Open.NONE;
        }
        List<Row> rows = rows(OPEN, user)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", most)
                .query(ReportCalls::row)
                .list();
        return new Open(
                rows.stream().map(Row::call).toList(),
                rows.isEmpty() ? 0 : rows.get(0).total());
    }

    @Override
    public Map<String, Long> waiting(CurrentUser user) {
        return Page.AREA_REPORTS.isOpenTo(user.role())
                ? Map.of(
                        Page.AREA_REPORTS.label(), list.figures(user.district()).answered())
                : Map.of();
    }

    @Override
    public Optional<PhoneCall> find(ApplicationNumber number, CurrentUser user) {
        return !Page.AREA_REPORTS.isOpenTo(user.role())
                ? Optional.empty()
                : rows(" AND r.number = :number", user)
                        .param("number", number.value())
                        .query(ReportCalls::row)
                        .optional()
                        .map(Row::call);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(PhoneCall call, CallOutcome outcome, CurrentUser user) {
        service.recordCall(call.number(), outcome, user);
    }

    private JdbcClient.StatementSpec rows(String which, CurrentUser user) {
        DistrictId district = user.district();
        return jdbc.sql(COLUMNS + ANSWERED + which).param("district", district == null ? null : district.value());
    }

    private static Row row(ResultSet row, int place) throws SQLException {
        return new Row(
                new ApplicationNumber(row.getString("number")),
                ReportKind.valueOf(row.getString("kind")),
                ReportState.valueOf(row.getString("state")),
                row.getString("areas"),
                row.getTimestamp("closed_at").toInstant(),
                row.getString("contact_name"),
                row.getString("contact_mobile"),
                row.getTimestamp("notified_at") != null,
                row.getString("reply"),
                row.getString("result"),
                CallState.of(row),
                row.getLong("total"));
    }
}
