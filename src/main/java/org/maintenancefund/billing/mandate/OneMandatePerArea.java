package org.maintenancefund.billing.mandate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/**
 * One mandate per area at any moment. A new one begins on its first day or, where that is over, on the day of its approval. It
 * ends the one that runs on that day, the day before; one that begins later gives way for the days that both have in common. The
 * database holds the same as {@code ex_collection_mandate_one_per_area}.
 */
@Component
@RequiredArgsConstructor
class OneMandatePerArea {

    private final MandateRepository mandates;

    /**
     * What a new mandate leaves of one that stands.
     *
     * @param standing as it is without the new one
     * @param days     those of the new one
     * @param from     first day of what is left
     * @param to       last day of what is left; before the first where nothing is
     */
    record Cut(Mandate standing, DateRange days, LocalDate from, LocalDate to) {

        /** What the committee and the reviewer should know before. */
        String sentence() {
            if (to.isBefore(from)) {
                return Messages.of("billing.mandate.cut.replaced");
            }
            return from.isAfter(standing.validFrom())
                    ? Messages.of("billing.mandate.cut.later", days.end(), from)
                    : Messages.of("billing.mandate.cut.ends", days.start());
        }
    }

    /** The days of a mandate approved on {@code approval}; empty where they are over by then. */
    static Optional<DateRange> days(LocalDate from, LocalDate to, LocalDate approval) {
        return to.isBefore(approval)
                ? Optional.empty()
                : Optional.of(DateRange.of(from.isAfter(approval) ? from : approval, to));
    }

    /** What a new mandate does to one that stands; empty where they have no day in common. */
    static Optional<Cut> cut(Mandate standing, DateRange days) {
        LocalDate from = standing.validFrom();
        LocalDate to = standing.validTo();
        if (standing.isVoid() || to.isBefore(days.start()) || from.isAfter(days.end())) {
            return Optional.empty();
        }
        if (!from.isAfter(days.start())) {
            return Optional.of(new Cut(standing, days, from, days.start().minusDays(1)));
        }
        return Optional.of(
                to.isAfter(days.end())
                        ? new Cut(standing, days, days.end().plusDays(1), to)
                        : new Cut(standing, days, from, from.minusDays(1)));
    }

    /** Cuts what stands against the new one; answers what was cut. */
    List<Cut> makeRoom(AreaId area, DateRange days, Instant at) {
        List<Cut> cuts = new ArrayList<>();
        for (CollectionMandate standing : mandates.lockOverlapping(area, days.start(), days.end())) {
            Cut cut = cut(standing.view(), days).orElseThrow();
            standing.giveWay(cut.from(), cut.to(), at);
            cuts.add(cut);
        }
        mandates.flush();
        return cuts;
    }
}
