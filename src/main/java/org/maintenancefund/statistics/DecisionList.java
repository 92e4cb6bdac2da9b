package org.maintenancefund.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.RecordRows;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.web.ListFilter;
import org.maintenancefund.web.ListPage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The decisions behind a figure, oldest first: what was decided when, after how many working days, and why it was returned. */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class DecisionList {

    public static final String PATH = "/reports/decisions";

    private static final List<ReviewAction> DECISIONS =
            List.of(ReviewAction.APPROVE, ReviewAction.RETURN, ReviewAction.REFUSE);

    private static final Keyset<Row> ROWS = new Keyset<>(
            "d.number, d.round, d.kind, s.title, d.district_id, d.street_id, d.submitted_at, d.decided_at, d.action, "
                    + StatisticsFigures.REASONS_GIVEN + " AS reasons",
            "FROM decided_submission d JOIN submitted_application s ON s.number = d.number",
            List.of(
                    new Keyset.Key("d.decided_at", Instant.class),
                    new Keyset.Key("d.number", String.class),
                    new Keyset.Key("d.round", Integer.class)),
            false,
            new RecordRows<>(Row.class));

    private final ListScope scope;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;

    private record Row(
            String number,
            int round,
            String kind,
            String title,
            UUID districtId,
            @Nullable UUID streetId,
            Instant submittedAt,
            Instant decidedAt,
            ReviewAction action,
            List<String> reasons) {}

    /**
     * A decision.
     *
     * @param days    working days since the submission
     * @param reasons of a return, else none
     * @param href    where the district's people look at it; null for others
     */
    public record Listed(
            String number,
            int round,
            String title,
            String kind,
            String place,
            Instant decidedAt,
            int days,
            ReviewAction action,
            List<String> reasons,
            @Nullable String href) {

        /** Kind of the tag that shows it. */
        public String tag() {
            return action.target().map(status -> status.tag()).orElse("off");
        }
    }

    /** What the address asks for, of what the person may see. */
    public ListPage<Listed> page(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = ListScope.filter(PATH, address);
        Conditions where = scope.read(filter, user, "d")
                .bind("marked", StatisticsFigures.marked())
                .bind("told", StatisticsFigures.told())
                .equal("d.action", filter.one("action", DECISIONS, ReviewAction::name, ReviewAction::label));
        String reason = filter.text("reason", given -> Messages.of("statistics.filter.reason", given));
        if (!reason.isEmpty()) {
            where.and("d.action = 'RETURN'")
                    .and(":reason = ANY (" + StatisticsFigures.REASONS_GIVEN + ")", "reason", reason);
        }
        scope.within(filter, Messages.of("statistics.filter.decided"), where, "d.decided_at");
        return new ListPage<>(
                filter,
                ROWS.where(jdbc, where)
                        .map(rows -> rows.stream().map(row -> listed(row, user)).toList()));
    }

    private Listed listed(Row row, CurrentUser user) {
        ApplicationKind kind = scope.kind(row.kind());
        return new Listed(
                row.number(),
                row.round(),
                row.title(),
                kind.label(),
                scope.place(row.districtId(), row.streetId()),
                row.decidedAt(),
                workingDays.between(row.submittedAt(), row.decidedAt()),
                row.action(),
                row.action() == ReviewAction.RETURN ? row.reasons() : List.of(),
                ListScope.href(kind, row.number(), user));
    }
}
