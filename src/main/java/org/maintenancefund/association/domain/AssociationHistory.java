package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.maintenancefund.access.CurrentUser;
import org.maintenancefund.access.Page;
import org.maintenancefund.access.Role;
import org.maintenancefund.area.AreaTables;
import org.maintenancefund.area.AreaView;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.association.domain.AreaRights.Right;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.web.RecordTable;
import org.maintenancefund.web.RecordTable.Cell;
import org.maintenancefund.web.RecordTable.Row;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who manages an area, who managed it before and how that ended, the latest first; days on which nobody did have a line too. */
@Component
@Order(1)
@RequiredArgsConstructor
public class AssociationHistory implements AreaTables {

    private static final String NOBODY = Messages.of("association.history.nobody");

    /** Where a committee finds its own applications. */
    private static final String OWN = "/associations/applications/";

    private static final String OWN_TERMINATIONS = "/associations/terminations/own/";

    private static final String OWN_DISSOLUTIONS = "/my/committee/dissolutions/";

    private final AreaRights rights;
    private final Clock clock;

    @Override
    public List<RecordTable> tables(AreaView area, CurrentUser reader) {
        List<Right> all = rights.of(area.id()).all();
        List<Row> rows = rows(area, all, reader);
        long left = all.isEmpty() ? 0 : all.get(0).total() - all.size();
        return List.of(RecordTable.of("association.history", rows, rows.size() + left));
    }

    private List<Row> rows(AreaView area, List<Right> all, CurrentUser reader) {
        LocalDate today = LocalDate.now(clock);
        List<Row> rows = new ArrayList<>();
        // On which day the right in the line above begins: null above the first.
        LocalDate above = null;
        for (Right right : all) {
            if (right.began()) {
                LocalDate free = right.to().plusDays(1);
                if (above == null ? area.isActive() && !free.isAfter(today) : free.isBefore(above)) {
                    rows.add(nobody(free, above));
                }
                above = right.from();
            }
            rows.add(row(right, area, today, reader));
        }
        return rows;
    }

    /** @param begins when somebody manages it again; null: nobody is known who will */
    private static Row nobody(LocalDate from, @Nullable LocalDate begins) {
        return Row.of(
                Cell.of(NOBODY),
                Cell.of(
                        begins == null
                                ? Messages.of("association.history.since", from)
                                : Messages.of("kernel.period", from, begins.minusDays(1))),
                Cell.of(null),
                Cell.of(null),
                Cell.tag("waiting", Messages.of("association.history.gap")));
    }

    private static Row row(Right right, AreaView area, LocalDate today, CurrentUser reader) {
        boolean over = right.to().isBefore(today) || !right.began();
        EndReason reason = right.endReason();
        return Row.of(
                Cell.of(right.office() == null ? right.company() : right.company() + " · " + right.office()),
                right.began()
                        ? Cell.of(Messages.of("kernel.period", right.from(), right.to()))
                        : Cell.of(Messages.of("association.history.planned", right.from())),
                Cell.of(right.approvedBy())
                        .to(link(right, right.approvedBy(), Page.ASSOCIATION_REVIEWS, OWN, area, reader)),
                reason == null
                        ? Cell.of(over ? Messages.of("association.state.over") : "")
                        : Cell.of(end(right, reason, over))
                                .under(right.endedBy())
                                .to(endedBy(right, reason, area, reader)),
                state(right, over, today));
    }

    private static String end(Right right, EndReason reason, boolean over) {
        return reason == EndReason.TERMINATED && !over
                ? Messages.of("association.history.terminates", right.to().plusDays(1))
                : reason.label();
    }

    /** The application that ended it. */
    private static @Nullable String endedBy(Right right, EndReason reason, AreaView area, CurrentUser reader) {
        String number = right.endedBy();
        if (number == null) {
            return null;
        }
        return switch (reason) {
            case REPLACED -> link(right, number, Page.ASSOCIATION_REVIEWS, OWN, area, reader);
            case TERMINATED ->
                link(right, number, Page.ASSOCIATION_TERMINATION_REVIEWS, OWN_TERMINATIONS, area, reader);
            case COMMITTEE_DISSOLVED ->
                link(right, number, Page.COMMITTEE_DISSOLUTION_REVIEWS, OWN_DISSOLUTIONS, area, reader);
            case MERGED -> null;
        };
    }

    /** An application's page for the district that reviewed it, and for the committee whose it is; null for everybody else. */
    private static @Nullable String link(
            Right right, String number, Page reviews, String own, AreaView area, CurrentUser reader) {
        if (reader.is(Role.DISTRICT_STAFF) && reader.sees(area.district())) {
            return reviews.path() + "/" + number;
        }
        return right.association().committee().ref().equals(reader.organisation()) ? own + number : null;
    }

    private static Cell state(Right right, boolean over, LocalDate today) {
        if (over) {
            return Cell.tag("off", Messages.of(right.began() ? "association.state.ended" : "association.state.never"));
        }
        if (right.rests()) {
            return Cell.tag("waiting", Messages.of("association.state.rests"));
        }
        return right.from().isAfter(today)
                ? Cell.tag("info", Messages.of("association.state.coming"))
                : Cell.tag("ok", Messages.of("association.state.valid"));
    }
}
