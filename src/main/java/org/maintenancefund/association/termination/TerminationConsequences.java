package org.maintenancefund.association.termination;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.SystemCheck;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.domain.AssociationNames;
import org.maintenancefund.association.domain.AssociationNames.Manager;
import org.maintenancefund.association.domain.AssociationService;
import org.springframework.stereotype.Component;

/** What an approval does: who loses the area from which day, who follows, and from when to when nobody manages it. */
@Component
@RequiredArgsConstructor
class TerminationConsequences {

    private final AssociationService associations;
    private final AssociationNames names;
    private final Clock clock;

    /** As if it were approved today; none where the association is over. */
    List<SystemCheck> of(TerminationDetails details) {
        return associations.standing(details.association()).stream()
                .map(AssociationView::area)
                .map(area -> names.current(area, LocalDate.now(clock)))
                .flatMap(current ->
                        ending(details, current).stream().flatMap(ending -> of(ending, details, current).stream()))
                .toList();
    }

    /**
     * The right that it is about, or the one by which the same manager goes on where a merge of areas swallowed that.
     *
     * @param current who manages the area today or will later
     */
    Optional<Manager> ending(TerminationDetails details, List<Manager> current) {
        return find(details.association(), current)
                .or(() -> associations.standing(details.association()).flatMap(right -> find(right.id(), current)));
    }

    private static Optional<Manager> find(AssociationId id, List<Manager> current) {
        return current.stream()
                .filter(manager -> manager.association().id().equals(id))
                .findFirst();
    }

    /** @param current who manages the area today or will later, the first to begin first */
    List<SystemCheck> of(Manager ending, TerminationDetails details, List<Manager> current) {
        LocalDate today = LocalDate.now(clock);
        LocalDate from = details.endsOn(today);
        LocalDate begins = ending.association().effectiveFrom();
        boolean neverBegins = !from.isAfter(begins);
        List<SystemCheck> lines = new ArrayList<>();
        lines.add(
                neverBegins
                        ? SystemCheck.good("association.termination.effect.never", ending.name(), begins)
                        : SystemCheck.good(
                                "association.termination.effect.ends", from.minusDays(1), ending.name(), from));
        if (details.endsOn().isBefore(today) && from.equals(today)) {
            lines.add(SystemCheck.look("association.termination.effect.past", details.endsOn()));
        }
        lines.add(follows(ending.association(), neverBegins ? begins : from, current));
        associations.foresee(ending.association(), from.minusDays(1)).stream()
                .map(sentence -> new SystemCheck(true, sentence, null))
                .forEach(lines::add);
        return lines;
    }

    /** @param free the first day on which it doesn't manage the area any more */
    private static SystemCheck follows(AssociationView ending, LocalDate free, List<Manager> current) {
        Optional<Manager> next = current.stream()
                .filter(other -> other.association().effectiveFrom().isAfter(ending.effectiveFrom()))
                .findFirst();
        if (next.isEmpty()) {
            return SystemCheck.look("association.termination.effect.nobody", free);
        }
        LocalDate begins = next.get().association().effectiveFrom();
        String who = next.get().name();
        return begins.isAfter(free)
                ? SystemCheck.look("association.termination.effect.gap", who, begins, free, begins.minusDays(1))
                : SystemCheck.good("association.termination.effect.next", who, begins);
    }
}
