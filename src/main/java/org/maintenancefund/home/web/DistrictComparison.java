package org.maintenancefund.home.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.DistrictId;
import org.maintenancefund.access.Page;
import org.maintenancefund.application.MonthlyFigures;
import org.maintenancefund.application.MonthlyFigures.Month;
import org.maintenancefund.application.QueueFigures;
import org.maintenancefund.application.QueueFigures.Waiting;
import org.maintenancefund.application.ReviewAction;
import org.maintenancefund.application.ReviewStatus;
import org.maintenancefund.city.DistrictCentre;
import org.maintenancefund.city.Districts;
import org.maintenancefund.city.WorkingDays;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.DistrictFigures;
import org.springframework.stereotype.Component;

/** The districts side by side, for the municipal centre: what waits where, and what was done this month. */
@Component
@RequiredArgsConstructor
class DistrictComparison {

    private final Districts districts;
    private final QueueFigures queues;
    private final MonthlyFigures months;
    private final DistrictFigures kept;
    private final WorkingDays workingDays;
    private final Clock clock;

    /**
     * A district.
     *
     * @param report   its page of 统计报表
     * @param waiting  submissions that wait for a decision, and the list of them
     * @param oldest   how long the first of them has waited, in words
     * @param overdue  of them those that are over their time
     * @param received applications that were submitted this month, again or for the first time
     * @param median   working days to a decision, in words
     * @param onTime   share of this month's decisions, in words
     */
    record Row(
            String name,
            String report,
            Figure waiting,
            String oldest,
            Figure overdue,
            Figure received,
            Figure approved,
            Figure returned,
            String median,
            String onTime) {}

    /** In one answer of both questions, kept for all of the centre's people. */
    private record Rows(List<Row> rows) {}

    List<Row> rows() {
        return kept.of(null, Rows.class, () -> new Rows(compare())).rows();
    }

    private List<Row> compare() {
        List<DistrictCentre> centres = districts.all();
        List<DistrictId> ids = centres.stream().map(DistrictCentre::id).toList();
        Map<DistrictId, Waiting> waiting = queues.waitingByDistrict(ids);
        Map<DistrictId, Month> done = months.thisMonth(ids);
        return centres.stream()
                .map(centre -> row(
                        centre,
                        Objects.requireNonNull(waiting.get(centre.id())),
                        Objects.requireNonNull(done.get(centre.id()))))
                .toList();
    }

    private Row row(DistrictCentre centre, Waiting waiting, Month month) {
        String of = "?district=" + centre.id();
        String list = Page.STATISTICS.path() + "/applications" + of;
        return new Row(
                centre.name(),
                Page.STATISTICS.path() + of,
                Figure.of(waiting.pending(), list + "&status=" + ReviewStatus.PENDING),
                oldest(waiting),
                Figure.of(waiting.overdue(), list + "&overdue=1"),
                Figure.received(month, of + "&"),
                Figure.decisions(month, ReviewAction.APPROVE, month.approved(), of + "&"),
                Figure.decisions(month, ReviewAction.RETURN, month.returned(), of + "&"),
                MonthRows.days(month.median()),
                month.share() == null ? Messages.of("home.none") : Messages.of("home.share", month.share()));
    }

    private String oldest(Waiting waiting) {
        if (waiting.oldest() == null) {
            return Messages.of("home.none");
        }
        boolean today = LocalDate.ofInstant(waiting.oldest(), clock.getZone()).equals(LocalDate.now(clock));
        return today
                ? Messages.of("home.waited.today")
                : Messages.of("home.waited", workingDays.between(waiting.oldest(), clock.instant()));
    }

    /**
     * A number with the list behind it.
     *
     * @param href null where there is nothing to list
     */
    record Figure(long count, @Nullable String href) {

        static Figure of(long count, @Nullable String href) {
            return new Figure(count, count == 0 ? null : href);
        }

        /** The applications whose last submission is of a month. */
        static Figure received(Month month, String filter) {
            return of(month.received(), Page.STATISTICS.path() + "/applications" + filter + days(month));
        }

        /** The decisions of a month. */
        static Figure decisions(Month month, ReviewAction action, long count, String filter) {
            return of(count, Page.STATISTICS.path() + "/decisions" + filter + "action=" + action + "&" + days(month));
        }

        private static String days(Month month) {
            return "from=" + month.month().atDay(1) + "&to=" + month.month().atEndOfMonth();
        }
    }
}
