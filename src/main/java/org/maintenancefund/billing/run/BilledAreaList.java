package org.maintenancefund.billing.run;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.area.AreasByName;
import org.maintenancefund.billing.CollectionRights;
import org.maintenancefund.billing.run.BillingMonths.Months;
import org.maintenancefund.billing.run.OpenedAreas.OpenedArea;
import org.maintenancefund.kernel.money.Money;
import org.maintenancefund.kernel.paging.Conditions;
import org.maintenancefund.kernel.paging.Listing;
import org.springframework.stereotype.Component;

/** The areas whose bills a person sees, by name, and how far each is billed. */
@Component
@RequiredArgsConstructor
public class BilledAreaList {

    private final AreasByName areas;
    private final OpenedAreas openedAreas;
    private final CollectionRights rights;

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

    /**
     * @param text  any part of the area's name, former name, address or number
     * @param where of {@code a}, the area
     */
    public Listing<Line> list(String text, Conditions where, CurrentUser user) {
        return areas.list(where, text).map(found -> lines(found, user));
    }

    private List<Line> lines(List<AreaView> found, CurrentUser user) {
        List<AreaId> ids = found.stream().map(AreaView::id).toList();
        Map<AreaId, OpenedArea> opened = openedAreas.of(ids);
        Set<AreaId> collected = rights.collected(user);
        return found.stream()
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
