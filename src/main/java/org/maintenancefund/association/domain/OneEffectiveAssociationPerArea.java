package org.maintenancefund.association.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.kernel.DateRange;
import org.maintenancefund.kernel.Reason;
import org.springframework.stereotype.Component;

/**
 * One effective association per area at any moment. A new one is effective from the later of the contract's start and the
 * day of approval, and ends an earlier one the day before it begins. The database holds the same as {@code
 * ex_association_one_effective_per_area}.
 */
@Component
class OneEffectiveAssociationPerArea {

    private final AssociationRepository associations;

    OneEffectiveAssociationPerArea(AssociationRepository associations) {
        this.associations = associations;
    }

    /** The first day of a right approved on {@code approval}. */
    static LocalDate firstDay(DateRange contract, LocalDate approval) {
        return contract.start().isAfter(approval) ? contract.start() : approval;
    }

    /** Why a contract can't give a right any more. */
    static Optional<Reason> obstacleFor(DateRange contract, LocalDate today) {
        return contract.end().isBefore(today)
                ? Optional.of(
                        Reason.of("association.contract.over", contract.end().toString()))
                : Optional.empty();
    }

    /** Ends what stands against a right from {@code firstDay} on; answers what was ended. */
    List<Association> makeRoom(AreaId area, LocalDate firstDay, Instant now) {
        List<Association> earlier = associations.lockEndingFrom(area, firstDay);
        earlier.forEach(association -> association.endBefore(firstDay, EndReason.REPLACED, now));
        associations.flush();
        return earlier;
    }
}
