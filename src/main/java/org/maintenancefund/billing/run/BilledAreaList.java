package org.maintenancefund.billing.run;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.PropertyAreas;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.run.BillingMonths.Months;
import org.maintenancefund.billing.run.OpenedAreas.OpenedArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Keyset;
import org.maintenancefund.kernel.paging.Listing;
import org.maintenancefund.kernel.search.NameWriting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The areas whose bills a person sees, by name, and how far each is billed. */
@Component
@RequiredArgsConstructor
public class BilledAreaList {

    private static final Keyset<AreaId> AREAS = new Keyset<>(
            "a.id",
            "FROM named_area a",
            List.of(new Keyset.Key("a.sort_key", String.class), new Keyset.Key("a.id", UUID.class)),
            false,
            (row, i) -> new AreaId(row.getObject(1, UUID.class)));

    private final PropertyAreas areas;
    private final OpenedAreas openedAreas;
    private final CollectionRights rights;
    private final JdbcClient jdbc;

    /**
     * An area of the list.
     *
     * @param opened      false where it is not opened
     * @param months      how far it is billed; null where it is not opened, and for who collected there before: what their successor bills
     *                    is not theirs to know
     * @param waiting     the trial of its next month that waits to be confirmed, or null; nobody whose mandate is over is told of it,
     *                    nor of what else waits
     * @param missed      the billed months of which what they missed waits to be confirmed
     * @param adjustments how many of them wait to be confirmed
     * @param collected   whether the person collects there today
     * @param own         whether the waiting trial is the person's own, which another one has to confirm
     */
    public record Line(
            AreaView area,
            boolean opened,
            @Nullable Months months,
            @Nullable Waiting waiting,
            List<YearMonth> missed,
            int adjustments,
            boolean collected,
            boolean own) {

        /** Whether the person may make its next trial. */
        public boolean isProposable() {
            return collected && months != null && months.isDue() && waiting == null;
        }

        /** Whether the person may confirm the trial that waits. */
        public boolean isConfirmable() {
            return collected && waiting != null && !own;
        }
    }

    /** What a waiting trial comes to. */
    public record Waiting(int bills, Money total, String proposedBy) {}

    /** Those of some areas only. */
    public static Conditions among(Collection<AreaId> ids) {
        return new Conditions()
                .and("a.id = ANY (:ids)", "ids", ids.stream().map(AreaId::value).toArray(UUID[]::new));
    }

    /**
     * @param text  any part of the area's name, former name, address or number
     * @param where of {@code a}, the area
     */
    public Listing<Line> list(String text, Conditions where, CurrentUser user) {
        String key = NameWriting.of(text);
        where.and("a.state = 'ACTIVE'");
        return AREAS.where(jdbc, key.isEmpty() ? where : where.and("strpos(a.search_key, :text) > 0", "text", key))
                .map(ids -> lines(ids, user));
    }

    private List<Line> lines(List<AreaId> ids, CurrentUser user) {
        Map<AreaId, OpenedArea> opened = openedAreas.of(ids);
        Set<AreaId> collected = rights.collected(user);
        return areas.inOrder(ids).stream()
                .map(area -> line(
                        area,
                        opened.get(area.id()),
                        user.role().isStaff() || collected.contains(area.id()),
                        collected.contains(area.id()),
                        user))
                .toList();
    }

    private static Line line(
            AreaView area, @Nullable OpenedArea opened, boolean told, boolean collected, CurrentUser user) {
        if (opened == null || !told) {
            return new Line(area, opened != null, null, null, List.of(), 0, collected, false);
        }
        OpenedAreas.Waiting run = opened.waiting();
        return new Line(
                area,
                true,
                opened.months(),
                run == null ? null : new Waiting(run.bills(), run.total(), run.proposedByName()),
                opened.missed(),
                opened.adjustments(),
                collected,
                run != null && run.isOf(user));
    }
}
