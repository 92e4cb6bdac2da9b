package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.association.domain.AssociationNames.Manager;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who manages an area. Different companies or offices stand against a merge; associations with the same one collapse into
 * one over both periods.
 */
@Component
@Order(2)
@RequiredArgsConstructor
class AssociationMergeParticipant implements AreaMergeParticipant {

    private final AssociationRepository associations;
    private final AssociationNames names;
    private final AreaRights rights;
    private final JsonMapper json;
    private final Clock clock;

    @Override
    public String name() {
        return "association";
    }

    @Override
    public List<AreaFact> facts(Collection<AreaId> areas) {
        return List.of(new AreaFact(
                Messages.of("association.merge.managers"),
                managers(areas).stream()
                        .collect(Collectors.groupingBy(
                                manager -> manager.association().area(),
                                Collectors.mapping(AssociationMergeParticipant::line, Collectors.toList())))));
    }

    @Override
    public List<MergeBlocker> blockers(Collection<AreaId> areas) {
        List<Manager> current = managers(areas);
        long companies = current.stream()
                .map(manager -> manager.association().enterprise() + "/"
                        + manager.association().office())
                .distinct()
                .count();
        return companies < 2
                ? List.of()
                : List.of(new MergeBlocker(
                        Messages.of("association.merge.different"),
                        current.stream().map(AssociationMergeParticipant::line).toList()));
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<AreaId> all = new ArrayList<>(List.of(kept));
        all.addAll(merged);
        List<Association> collapsing = current(all).stream()
                .sorted((a, b) -> Boolean.compare(
                        !a.view().area().equals(kept), !b.view().area().equals(kept)))
                .toList();
        if (collapsing.stream().allMatch(a -> a.view().area().equals(kept))) {
            return "";
        }
        List<Association.Snapshot> before =
                collapsing.stream().map(Association::snapshot).toList();
        Association staying = collapsing.get(0);
        List<Association> ending = collapsing.subList(1, collapsing.size());
        LocalDate from = collapsing.stream()
                .map(association -> association.view().effectiveFrom())
                .min(LocalDate::compareTo)
                .orElseThrow();
        // What ended on the kept area before stays there: the right can't begin before it ended.
        LocalDate free = associations.findAllOfArea(kept).stream()
                .filter(association -> !collapsing.contains(association))
                .map(association -> association.view().effectiveTo().plusDays(1))
                .max(LocalDate::compareTo)
                .filter(day -> day.isAfter(from))
                .orElse(from);
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        ending.forEach(association -> association.end(EndReason.MERGED, yesterday, now));
        associations.flush();
        staying.goOnAt(kept, before, free);
        associations.flush();
        return json.writeValueAsString(before);
    }

    @Override
    public Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return associations.findChanged(kept, since).stream()
                .map(association -> Reason.of("association.decided-since-merge", names.target(association.view())))
                .findFirst();
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        for (Association.Snapshot before : json.readValue(moved, Association.Snapshot[].class)) {
            associations.findById(before.association()).ifPresent(association -> association.restore(before));
            associations.flush();
        }
    }

    /** What is effective today or will be. */
    private List<Association> current(Collection<AreaId> areas) {
        return areas.isEmpty() ? List.of() : associations.findCurrentOf(areas, LocalDate.now(clock));
    }

    private List<Manager> managers(Collection<AreaId> areas) {
        if (areas.size() == 1) {
            // The page of an area shows all of its rights beside these.
            return rights.current(areas.iterator().next()).stream()
                    .map(AreaRights.Right::manager)
                    .toList();
        }
        return names.current(areas, LocalDate.now(clock));
    }

    private static AreaFact.Line line(Manager manager) {
        AssociationView right = manager.association();
        String href = right.office() == null ? "/enterprises/" + right.enterprise() : "/offices/" + right.office();
        return new AreaFact.Line(
                Messages.of("association.merge.manager", manager.name(), right.effectiveFrom(), right.effectiveTo()),
                href,
                manager.district());
    }
}
