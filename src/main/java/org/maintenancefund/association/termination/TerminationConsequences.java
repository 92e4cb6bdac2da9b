package org.maintenancefund.association.termination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.domain.Association;
import org.maintenancefund.association.domain.AssociationNames;
import org.maintenancefund.association.domain.AssociationRepository;
import org.maintenancefund.association.domain.AssociationService;
import org.springframework.stereotype.Component;

/** What an approval does: who loses the area from which day, who follows, and from when to when nobody manages it. */
@Component
@RequiredArgsConstructor
class TerminationConsequences {

    private final AssociationRepository associations;
    private final AssociationService records;
    private final AssociationNames names;
    private final Clock clock;

    /** As if it were approved today; none where the association is over. */
    List<SystemCheck> of(TerminationDetails details) {
        LocalDate today = LocalDate.now(clock);
        return records.standing(details.association())
                .filter(ending -> !ending.isOverOn(today))
                .map(ending -> of(ending, details, standing(ending.area(), today), today))
                .orElse(List.of());
    }

    private List<AssociationView> standing(AreaId area, LocalDate today) {
        return associations.findCurrentOf(List.of(area), today).stream()
                .map(Association::view)
                .toList();
    }

    private List<SystemCheck> of(
            AssociationView ending, TerminationDetails details, List<AssociationView> standing, LocalDate today) {
        LocalDate from = details.endsOn(today);
        boolean neverBegins = !from.isAfter(ending.effectiveFrom());
        List<SystemCheck> lines = new ArrayList<>();
        lines.add(
                neverBegins
                        ? SystemCheck.good(
                                "association.termination.effect.never", names.target(ending), ending.effectiveFrom())
                        : SystemCheck.good(
                                "association.termination.effect.ends", from.minusDays(1), names.target(ending), from));
        if (details.endsOn().isBefore(today) && from.equals(today)) {
            lines.add(SystemCheck.look("association.termination.effect.past", details.endsOn()));
        }
        lines.add(follows(ending, neverBegins ? ending.effectiveFrom() : from, standing));
        return lines;
    }

    /** @param free the first day on which it doesn't manage the area any more */
    private SystemCheck follows(AssociationView ending, LocalDate free, List<AssociationView> standing) {
        Optional<AssociationView> next = standing.stream()
                .filter(other -> other.effectiveFrom().isAfter(ending.effectiveFrom()))
                .findFirst();
        if (next.isEmpty()) {
            return SystemCheck.look("association.termination.effect.nobody", free);
        }
        LocalDate begins = next.get().effectiveFrom();
        String who = names.target(next.get());
        return begins.isAfter(free)
                ? SystemCheck.look("association.termination.effect.gap", who, begins, free, begins.minusDays(1))
                : SystemCheck.good("association.termination.effect.next", who, begins);
    }
}
