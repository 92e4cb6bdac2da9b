package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.association.EndReason;
import org.maintenancefund.association.domain.AssociationNames.Manager;
import org.maintenancefund.committee.CommitteeDissolutionParticipant;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.committee.DissolutionEffect;
import org.maintenancefund.kernel.Messages;
import org.springframework.stereotype.Component;

/**
 * Associations of an area whose committee is dissolved: rights end at once, so that yesterday was the last day; what would begin
 * later never begins.
 */
@Component
@RequiredArgsConstructor
class DissolvedAssociations implements CommitteeDissolutionParticipant {

    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private final AssociationRepository associations;
    private final AssociationService records;
    private final AssociationNames names;
    private final Clock clock;

    @Override
    public List<DissolutionEffect> foresee(CommitteeView committee) {
        LocalDate today = LocalDate.now(clock);
        List<Manager> standing = names.current(committee.area(), today);
        return effects("association.dissolution.would-end", standing, tied(standing, today), today);
    }

    @Override
    public List<DissolutionEffect> end(CommitteeView committee, ApprovedApplication by) {
        LocalDate today = LocalDate.now(clock);
        associations.lockOverlapping(committee.area(), today, END_OF_TIME);
        List<Manager> standing = names.current(committee.area(), today);
        List<String> tied = tied(standing, today);
        standing.forEach(manager ->
                records.end(manager.association().id(), EndReason.COMMITTEE_DISSOLVED, today.minusDays(1), by));
        return effects("association.dissolution.ended", standing, tied, today);
    }

    /** What else ends with the rights. */
    private List<String> tied(List<Manager> standing, LocalDate today) {
        return standing.stream()
                .flatMap(manager -> records.foresee(manager.association(), today.minusDays(1)).stream())
                .toList();
    }

    private static List<DissolutionEffect> effects(
            String ends, List<Manager> standing, List<String> tied, LocalDate today) {
        return Stream.concat(
                        standing.stream()
                                .map(manager -> Messages.of(
                                        manager.association().effectiveFrom().isBefore(today)
                                                ? ends
                                                : "association.dissolution.never",
                                        manager.name(),
                                        manager.association().effectiveFrom(),
                                        manager.association().effectiveTo(),
                                        today.minusDays(1))),
                        tied.stream())
                .map(words -> new DissolutionEffect(DissolutionEffect.Kind.ASSOCIATION, words))
                .toList();
    }
}
