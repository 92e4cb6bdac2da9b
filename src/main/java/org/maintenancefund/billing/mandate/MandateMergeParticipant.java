package org.maintenancefund.billing.mandate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.Associations;
import org.maintenancefund.association.Associations.NamedAssociation;
import org.maintenancefund.billing.Mandate;
import org.maintenancefund.billing.MandateEnd;
import org.maintenancefund.billing.mandate.NamedMandates.NamedMandate;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who collects in areas that become one. Different collectors stand against it; mandates of the same one collapse into one over
 * both periods, within the association that goes on: so this goes behind the associations.
 */
@Component
@Order(6)
@RequiredArgsConstructor
class MandateMergeParticipant implements AreaMergeParticipant {

    private final MandateRepository mandates;
    private final NamedMandates names;
    private final Associations associations;
    private final JsonMapper json;
    private final Clock clock;

    @Override
    public String name() {
        return "mandate";
    }

    @Override
    public List<AreaFact> facts(Collection<AreaId> areas) {
        return List.of(new AreaFact(
                Messages.of("Page.MANDATES"),
                names.current(areas, today()).stream()
                        .collect(Collectors.groupingBy(
                                named -> named.mandate().area(),
                                Collectors.mapping(MandateMergeParticipant::line, Collectors.toList())))));
    }

    @Override
    public List<MergeBlocker> blockers(Collection<AreaId> areas) {
        List<NamedMandate> current = names.current(areas, today());
        boolean same = current.stream()
                .allMatch(named -> named.mandate().hasCollectorOf(current.get(0).mandate()));
        return same
                ? List.of()
                : List.of(new MergeBlocker(
                        Messages.of("billing.mandate.merge.different"),
                        current.stream().map(MandateMergeParticipant::line).toList()));
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<AreaId> all = new ArrayList<>(List.of(kept));
        all.addAll(merged);
        List<CollectionMandate> collapsing = mandates.lockCurrentOf(all, today()).stream()
                .sorted(Comparator.comparing(mandate -> !mandate.view().area().equals(kept)))
                .toList();
        if (collapsing.isEmpty()) {
            return "";
        }
        List<CollectionMandate.Snapshot> before =
                collapsing.stream().map(CollectionMandate::snapshot).toList();
        CollectionMandate staying = collapsing.get(0);
        AssociationView right = associations.currentFor(kept).stream()
                .map(NamedAssociation::association)
                .filter(current -> isBy(current, staying.view()))
                .findFirst()
                .orElseThrow();
        LocalDate from = firstDay(kept, collapsing, right);
        collapsing
                .subList(1, collapsing.size())
                .forEach(mandate -> mandate.end(MandateEnd.MERGED, today().minusDays(1), now));
        mandates.flush();
        staying.goOnAt(right, before, from);
        mandates.flush();
        return json.writeValueAsString(before);
    }

    private static boolean isBy(AssociationView right, Mandate mandate) {
        return right.enterprise().equals(mandate.enterprise()) && Objects.equals(right.office(), mandate.office());
    }

    /** The first of any of them; not before the right begins there, nor while somebody else collected there. */
    private LocalDate firstDay(AreaId kept, List<CollectionMandate> collapsing, AssociationView right) {
        LocalDate first = collapsing.stream()
                .map(mandate -> mandate.view().validFrom())
                .min(LocalDate::compareTo)
                .orElseThrow();
        return mandates.findAllOfArea(kept).stream()
                .filter(mandate -> !collapsing.contains(mandate))
                .map(mandate -> mandate.view().validTo().plusDays(1))
                .reduce(
                        first.isBefore(right.effectiveFrom()) ? right.effectiveFrom() : first,
                        (one, other) -> one.isBefore(other) ? other : one);
    }

    @Override
    public Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return mandates.findChanged(kept, since).stream()
                .flatMap(mandate -> names.find(mandate.view().id()).stream())
                .map(named -> Reason.of("billing.mandate.decided-since-merge", named.collector()))
                .findFirst();
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        for (CollectionMandate.Snapshot before : json.readValue(moved, CollectionMandate.Snapshot[].class)) {
            mandates.lock(before.mandate()).ifPresent(mandate -> mandate.restore(before));
            mandates.flush();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static AreaFact.Line line(NamedMandate named) {
        Mandate mandate = named.mandate();
        return new AreaFact.Line(
                Messages.of(
                        "billing.mandate.merge.collector", named.collector(), mandate.validFrom(), mandate.validTo()),
                "/collection/areas/" + mandate.area() + "/start");
    }
}
