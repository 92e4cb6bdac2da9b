package org.maintenancefund.statistics;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.application.ApplicationKind;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.city.DueDate;
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

/**
 * The applications behind a figure, of all kinds, oldest first: which they are and how they stand. Nothing of what was filled in,
 * and no names of people: who only counts needs none.
 */
@Component
@Transactional(readOnly = true)
@RequiredArgsConstructor
public class ApplicationList {

    public static final String PATH = "/reports/applications";

    private static final Keyset<Row> ROWS = new Keyset<>(
            "s.number, s.kind, s.title, s.status, s.district_id, s.street_id, s.submitted_at, s.due_on",
            "FROM submitted_application s",
            List.of(new Keyset.Key("s.submitted_at", Instant.class), new Keyset.Key("s.number", String.class)),
            false,
            new RecordRows<>(Row.class));

    private final ListScope scope;
    private final WorkingDays workingDays;
    private final JdbcClient jdbc;
    private final Clock clock;

    private record Row(
            String number,
            String kind,
            String title,
            ReviewStatus status,
            UUID districtId,
            @Nullable UUID streetId,
            Instant submittedAt,
            LocalDate dueOn) {}

    /**
     * An application.
     *
     * @param place where it lies
     * @param due   null where it doesn't wait for the district
     * @param href  where the district's people look at it; null for others
     */
    public record Listed(
            String number,
            String title,
            String kind,
            String place,
            Instant submittedAt,
            ReviewStatus status,
            @Nullable DueDate due,
            @Nullable String href) {}

    /** What the address asks for, of what the person may see. */
    public ListPage<Listed> page(Map<String, List<String>> address, CurrentUser user) {
        ListFilter filter = ListScope.filter(PATH, address);
        Conditions where = scope.read(filter, user, "s").equal("s.status", filter.one("status", ReviewStatus.class));
        scope.within(filter, Messages.of("statistics.filter.submitted"), where, "s.submitted_at");
        if (filter.ticked("overdue", Messages.of("statistics.filter.overdue"))) {
            where.and("s.status = 'PENDING'").and("s.due_on < :today", "today", LocalDate.now(clock));
        }
        return new ListPage<>(
                filter,
                ROWS.where(jdbc, where)
                        .map(rows -> rows.stream().map(row -> listed(row, user)).toList()));
    }

    private Listed listed(Row row, CurrentUser user) {
        ApplicationKind kind = scope.kind(row.kind());
        return new Listed(
                row.number(),
                row.title(),
                kind.label(),
                scope.place(row.districtId(), row.streetId()),
                row.submittedAt(),
                row.status(),
                row.status() == ReviewStatus.PENDING
                        ? DueDate.of(row.dueOn(), LocalDate.now(clock), workingDays)
                        : null,
                ListScope.href(kind, row.number(), user));
    }
}
