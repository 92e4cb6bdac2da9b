package org.maintenancefund.committee.domain;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.maintenancefund.application.ApplicationSubjects;
import org.maintenancefund.area.AreaFact;
import org.maintenancefund.area.AreaId;
import org.maintenancefund.area.AreaMergeParticipant;
import org.maintenancefund.area.MergeBlocker;
import org.maintenancefund.committee.CommitteeId;
import org.maintenancefund.committee.CommitteeView;
import org.maintenancefund.kernel.Messages;
import org.maintenancefund.kernel.Reason;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The committee of an area. Two in office stand against a merge; one moves along. */
@Component
@Order(1)
@RequiredArgsConstructor
class CommitteeMergeParticipant implements AreaMergeParticipant {

    private final CommitteeRepository committees;
    private final ApplicationSubjects applications;
    private final JsonMapper json;
    private final Clock clock;

    /** A committee and where it was. */
    record Moved(UUID committee, UUID area) {}

    @Override
    public String name() {
        return "committee";
    }

    @Override
    public List<AreaFact> facts(Collection<AreaId> areas) {
        return List.of(new AreaFact(
                Messages.of("committee.merge.committee"),
                inOffice(areas).stream()
                        .collect(Collectors.groupingBy(
                                Committee::area, Collectors.mapping(this::line, Collectors.toList())))));
    }

    @Override
    public List<MergeBlocker> blockers(Collection<AreaId> areas) {
        List<Committee> inOffice = inOffice(areas);
        return inOffice.size() < 2
                ? List.of()
                : List.of(new MergeBlocker(
                        Messages.of("committee.merge.different"),
                        inOffice.stream().map(this::line).toList()));
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<Committee> moving = inOffice(merged);
        List<Moved> before = moving.stream()
                .map(committee ->
                        new Moved(committee.id().value(), committee.area().value()))
                .toList();
        moving.forEach(committee -> committee.moveTo(kept));
        committees.flush();
        return before.isEmpty() ? "" : json.writeValueAsString(before);
    }

    /** Also of one that was dissolved since: it is not to come back to its area by the way. */
    @Override
    public Optional<Reason> decidedSince(AreaId kept, Instant since) {
        return applications
                .decidedSince(committees.findIdsOf(kept), since)
                .map(number -> Reason.of("area.merge.decided-since", number.value()));
    }

    @Override
    public void moveBack(AreaId kept, String moved) {
        for (Moved before : json.readValue(moved, Moved[].class)) {
            committees
                    .findById(new CommitteeId(before.committee()))
                    .ifPresent(committee -> committee.moveTo(new AreaId(before.area())));
        }
        committees.flush();
    }

    private List<Committee> inOffice(Collection<AreaId> areas) {
        if (areas.size() == 1) {
            // The page of an area asks this each time, and only a statement without a list is translated once.
            return committees.findInOffice(areas.iterator().next()).stream().toList();
        }
        return areas.isEmpty() ? List.of() : committees.findAllInOffice(areas);
    }

    private AreaFact.Line line(Committee committee) {
        CommitteeView view = committee.view(LocalDate.now(clock));
        return new AreaFact.Line(view.name() + "（" + view.standing() + "）", "/committees/" + view.id());
    }
}
