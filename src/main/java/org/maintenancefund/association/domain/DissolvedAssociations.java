package org.maintenancefund.association.domain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApprovedApplication;
import org.maintenancefund.association.AssociationId;
import org.maintenancefund.association.AssociationView;
import org.maintenancefund.association.EndReason;
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
        return effects(
                "association.dissolution.would-end",
                views(associations.findCurrentOf(List.of(committee.area()), today)),
                today);
    }

    @Override
    public List<DissolutionEffect> end(CommitteeView committee, ApprovedApplication by) {
        LocalDate today = LocalDate.now(clock);
        List<AssociationView> standing = views(associations.lockOverlapping(committee.area(), today, END_OF_TIME));
        List<DissolutionEffect> effects = effects("association.dissolution.ended", standing, today);
        standing.forEach(right -> records.end(right.id(), EndReason.COMMITTEE_DISSOLVED, today.minusDays(1), by));
        return effects;
    }

    private static List<AssociationView> views(List<Association> standing) {
        return standing.stream().map(Association::view).toList();
    }

    private List<DissolutionEffect> effects(String ends, List<AssociationView> standing, LocalDate today) {
        Map<AssociationId, String> targets = names.targets(standing);
        return standing.stream()
                .map(right -> new DissolutionEffect(
                        DissolutionEffect.Kind.ASSOCIATION,
                        Messages.of(
                                right.effectiveFrom().isBefore(today) ? ends : "association.dissolution.never",
                                Objects.requireNonNull(targets.get(right.id())),
                                right.effectiveFrom(),
                                right.effectiveTo(),
                                today.minusDays(1))))
                .toList();
    }
}
