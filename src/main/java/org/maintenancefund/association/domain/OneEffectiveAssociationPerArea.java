package org.maintenancefund.association.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/**
 * One effective association per area at any moment. A new one is effective from the later of the contract's start and the
 * day of approval. It ends the one that runs on its first day, the day before it begins; one that begins later gives way only
 * for the days that both have in common. The database holds the same as {@code ex_association_one_effective_per_area}.
 */
@Component
@RequiredArgsConstructor
class OneEffectiveAssociationPerArea {

    private final AssociationRepository associations;

    /**
     * What a new right leaves of one that stands.
     *
     * @param standing as it is without the new one
     * @param right    the days of the new one
     * @param from     first day of what is left
     * @param to       last day of what is left; before the first where nothing is
     */
    record Cut(AssociationView standing, DateRange right, LocalDate from, LocalDate to) {

        boolean leavesNothing() {
            return to.isBefore(from);
        }

        /** What the reviewer should know before the approval. */
        String sentence() {
            if (leavesNothing()) {
                return Messages.of("association.cut.replaced");
            }
            if (from.isAfter(standing.effectiveFrom())) {
                return Messages.of("association.cut.later", right.end(), from);
            }
            String ends = Messages.of("association.cut.ends", right.start());
            return standing.effectiveTo().isAfter(right.end())
                    ? Messages.of("association.cut.ends-for-good", ends, right.end())
                    : ends;
        }
    }

    /** The first day of a right approved on {@code approval}. */
    static LocalDate firstDay(DateRange contract, LocalDate approval) {
        return contract.start().isAfter(approval) ? contract.start() : approval;
    }

    /** The days of a right approved on {@code approval}; empty where the contract is over by then. */
    static Optional<DateRange> days(DateRange contract, LocalDate approval) {
        return contract.end().isBefore(approval)
                ? Optional.empty()
                : Optional.of(DateRange.of(firstDay(contract, approval), contract.end()));
    }

    /** Why a contract can't give a right any more. */
    static Optional<Reason> obstacleFor(DateRange contract, LocalDate today) {
        return contract.end().isBefore(today)
                ? Optional.of(
                        Reason.of("association.contract.over", contract.end().toString()))
                : Optional.empty();
    }

    /** What a new right does to one that stands; empty where they have no day in common. */
    static Optional<Cut> cut(AssociationView standing, DateRange right) {
        LocalDate from = standing.effectiveFrom();
        LocalDate to = standing.effectiveTo();
        if (to.isBefore(right.start()) || from.isAfter(right.end())) {
            return Optional.empty();
        }
        if (!from.isAfter(right.start())) {
            return Optional.of(new Cut(standing, right, from, right.start().minusDays(1)));
        }
        return Optional.of(
                to.isAfter(right.end())
                        ? new Cut(standing, right, right.end().plusDays(1), to)
                        : new Cut(standing, right, from, from.minusDays(1)));
    }

    /** Cuts what stands against the new right; answers what was cut. */
    List<Cut> makeRoom(AreaId area, DateRange right, ApprovedApplication application) {
        List<Association> standing = associations.lockOverlapping(area, right.start(), right.end());
        List<Cut> cuts = new ArrayList<>();
        for (Association association : standing) {
            Cut cut = cut(association.view(), right).orElseThrow();
            association.giveWay(cut.from(), cut.to(), application);
            cuts.add(cut);
        }
        associations.flush();
        return cuts;
    }
}
