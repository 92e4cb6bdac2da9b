package org.maintenancefund.committee.domain;

import java.time.Instant;
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
    private final CommitteeRecords records;
    private final ApplicationSubjects applications;
    private final JsonMapper json;

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
                records.inOffice(areas).stream()
                        .collect(Collectors.groupingBy(
                                CommitteeView::area,
                                Collectors.mapping(CommitteeMergeParticipant::line, Collectors.toList())))));
    }

    @Override
    public List<MergeBlocker> blockers(Collection<AreaId> areas) {
        List<CommitteeView> inOffice = records.inOffice(areas);
        return inOffice.size() < 2
                ? List.of()
                : List.of(new MergeBlocker(
                        Messages.of("committee.merge.different"),
                        inOffice.stream().map(CommitteeMergeParticipant::line).toList()));
    }

    @Override
    public String move(AreaId kept, Collection<AreaId> merged, Instant now) {
        List<Committee> moving = merged.isEmpty() ? List.of() : committees.findAllInOffice(merged);
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

    private static AreaFact.Line line(CommitteeView committee) {
        return new AreaFact.Line(committee.name() + "（" + committee.standing() + "）", "/committees/" + committee.id());
    }
}
